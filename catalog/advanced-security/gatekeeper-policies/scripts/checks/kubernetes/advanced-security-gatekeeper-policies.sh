# shellcheck shell=bash
made helm_release.gatekeeper_constraints || return 0
expect "Gatekeeper, templates that it has not taken in" 0 "$(count not_true '{.metadata.name} {.status.created}' constrainttemplates.templates.gatekeeper.sh)"
for rule in requiredlabels allowedregistries noprivilegedcontainers resourcelimits; do
  expect "Gatekeeper, constraint platform$rule" workloads "$(says '{.metadata.name}' "platform$rule.constraints.gatekeeper.sh" workloads)"
done
