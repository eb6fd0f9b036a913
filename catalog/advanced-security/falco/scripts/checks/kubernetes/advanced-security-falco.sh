# shellcheck shell=bash
made helm_release.falco || return 0
# Each node that there is: one that nobody watches is where an intruder stays.
expect "Falco, nodes that it watches" "$(count nodes)" "$(says '{.status.numberReady}' daemonset falco --namespace falco)"
