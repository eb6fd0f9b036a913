# shellcheck shell=bash
made helm_release.secret_store || return 0
expect "secret store platform" True "$(says '{.status.conditions[?(@.type=="Ready")].status}' clustersecretstore platform)"
