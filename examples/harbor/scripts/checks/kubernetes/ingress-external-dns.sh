# shellcheck shell=bash
made helm_release.external_dns || return 0
expect "ExternalDNS, pods that are ready" 1 "$(says '{.status.readyReplicas}' deployment external-dns --namespace external-dns)"
