# shellcheck shell=bash
made helm_release.sealed_secrets || return 0
expect "Sealed Secrets, pods that are ready" 1 "$(says '{.status.readyReplicas}' deployment sealed-secrets-controller --namespace sealed-secrets)"
