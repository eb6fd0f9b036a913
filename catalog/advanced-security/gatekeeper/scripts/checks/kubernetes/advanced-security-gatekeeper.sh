# shellcheck shell=bash
made helm_release.gatekeeper || return 0
expect "Gatekeeper, pods that are ready" 3 "$(says '{.status.readyReplicas}' deployment gatekeeper-controller-manager --namespace gatekeeper-system)"
expect "Gatekeeper, audits that are ready" 1 "$(says '{.status.readyReplicas}' deployment gatekeeper-audit --namespace gatekeeper-system)"
# It enters its own certificate there. Without one the Kubernetes API cannot ask it, and lets everything in.
expect "Gatekeeper, webhooks that can be asked" 2 \
  "$(says '{range .webhooks[*]}{.clientConfig.caBundle}{"\n"}{end}' validatingwebhookconfiguration gatekeeper-validating-webhook-configuration | grep -c . || true)"
