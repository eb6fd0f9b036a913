# shellcheck shell=bash
made helm_release.falco || return 0
# It asks AWS who it is when it starts. Without an answer it goes on, ready as ever, and publishes nothing.
refused_identities() {
  local log
  log=$(kubectl logs --namespace falco --selector app.kubernetes.io/name=falcosidekick --tail=-1) || return
  awk '/while getting AWS Token|while Assuming Role/' <<<"$log"
}
expect "Falcosidekick, identities that AWS has refused" 0 "$(count refused_identities)"
