# shellcheck shell=bash
made helm_release.rollouts || return 0
expect "Argo Rollouts, pods that are ready" 2 "$(says '{.status.readyReplicas}' deployment argo-rollouts --namespace argo-rollouts)"
