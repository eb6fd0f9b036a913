# shellcheck shell=bash
made helm_release.kyverno || return 0
expect "Kyverno, pods that are ready" 3 "$(says '{.status.readyReplicas}' deployment kyverno-admission-controller --namespace kyverno)"
