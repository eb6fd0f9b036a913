mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "the_baseline_reports_and_leaves_the_platform_alone" {
  command = plan

  assert {
    condition     = alltrue([for policy in yamldecode(helm_release.kyverno_baseline.values[0]).manifests : policy.spec.validationActions == ["Audit"] && policy.spec.failurePolicy == "Ignore"])
    error_message = "By default nothing must be refused."
  }

  assert {
    condition     = alltrue([for policy in yamldecode(helm_release.kyverno_baseline.values[0]).manifests : contains(policy.spec.matchConstraints.namespaceSelector.matchExpressions[0].values, "kube-system")])
    error_message = "The platform's namespaces must be left alone."
  }

  assert {
    condition     = length(yamldecode(helm_release.kyverno_baseline.values[0]).manifests) == 2
    error_message = "The baseline has two rules."
  }
}

run "an_unknown_action_is_refused" {
  command = plan

  variables {
    kyverno_baseline_action = "Enforce"
  }

  expect_failures = [var.kyverno_baseline_action]
}
