# shellcheck shell=bash
made helm_release.argocd || return 0
expect_some "Argo CD, servers that are ready" "$(says '{.status.readyReplicas}' deployment argocd-server --namespace argocd)"
expect_some "Argo CD, address of its load balancer" "$(says '{.status.loadBalancer.ingress[0].hostname}' ingress argocd-server --namespace argocd)"
expect "Argo CD, Secrets that External Secrets has not brought" 0 \
  "$(count not_true '{.metadata.name} {.status.conditions[?(@.type=="Ready")].status}' externalsecrets.external-secrets.io --namespace argocd)"
