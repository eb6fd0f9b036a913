# shellcheck shell=bash
made helm_release.app_of_apps || return 0
expect "Argo CD, the root" "Synced Healthy" "$(says '{.status.sync.status} {.status.health.status}' application root --namespace argocd)"
