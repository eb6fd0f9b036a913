# shellcheck shell=bash
made helm_release.image_verification || return 0
expect "Kyverno, policy signed-images" true "$(says '{.status.conditionStatus.ready}' imagevalidatingpolicies.policies.kyverno.io signed-images)"
