# shellcheck shell=bash disable=SC2154 # scripts/check says what they are
made helm_release.namespaces || return 0
namespaces=$(in_root platform output -json namespaces | tr -d '[]"' | tr ',' ' ') ||
  fail "The namespaces of platform cannot be read." "run scripts/apply $environment, which adds the output namespaces."
for namespace in $namespaces; do
  expect_some "namespace $namespace, Pod Security level" "$(says '{.metadata.labels.pod-security\.kubernetes\.io/enforce}' namespace "$namespace")"
  expect "namespace $namespace, default-deny" default-deny "$(says '{.metadata.name}' networkpolicy default-deny --namespace "$namespace")"
done
