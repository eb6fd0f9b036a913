# shellcheck shell=bash
made helm_release.ebs_storage || return 0
expect "gp3 is the default storage class" true "$(says '{.metadata.annotations.storageclass\.kubernetes\.io/is-default-class}' storageclass gp3)"
