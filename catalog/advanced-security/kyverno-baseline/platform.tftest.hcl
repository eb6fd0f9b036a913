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

  assert {
    condition = alltrue([
      for policy in yamldecode(helm_release.kyverno_baseline.values[0]).manifests :
      contains(policy.spec.matchConstraints.resourceRules[0].resources, "pods/ephemeralcontainers") && strcontains(policy.spec.variables[0].expression, "object.spec.ephemeralContainers")
      if policy.metadata.name == "fixed-image-tags"
    ])
    error_message = "A container for debugging must not bring an image without a version."
  }
}

run "an_unknown_action_is_refused" {
  command = plan

  variables {
    kyverno_baseline_action = "Enforce"
  }

  expect_failures = [var.kyverno_baseline_action]
}
