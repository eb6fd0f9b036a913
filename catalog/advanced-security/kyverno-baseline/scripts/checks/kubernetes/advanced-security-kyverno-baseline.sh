# shellcheck shell=bash
made helm_release.kyverno_baseline || return 0
for policy in fixed-image-tags no-node-ports; do
  expect "Kyverno, policy $policy" true "$(says '{.status.conditionStatus.ready}' validatingpolicies.policies.kyverno.io "$policy")"
done
