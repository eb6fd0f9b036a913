# shellcheck shell=bash
made helm_release.falco_slack || return 0
expect "Falcosidekick, Secrets that External Secrets has not brought" 0 \
  "$(count not_true '{.metadata.name} {.status.conditions[?(@.type=="Ready")].status}' externalsecrets.external-secrets.io --namespace falco)"
