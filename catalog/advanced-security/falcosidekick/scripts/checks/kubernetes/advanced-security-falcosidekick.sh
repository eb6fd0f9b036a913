# shellcheck shell=bash
made helm_release.falco || return 0
expect "Falcosidekick, pods that are ready" 2 "$(says '{.status.readyReplicas}' deployment falco-falcosidekick --namespace falco)"
