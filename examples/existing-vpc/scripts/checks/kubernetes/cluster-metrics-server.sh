# shellcheck shell=bash
made helm_release.metrics_server || return 0
expect "metrics API" True "$(says '{.status.conditions[?(@.type=="Available")].status}' apiservice v1beta1.metrics.k8s.io)"
