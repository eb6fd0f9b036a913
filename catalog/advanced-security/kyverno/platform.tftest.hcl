mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "kyverno_answers_while_a_node_is_replaced" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.kyverno.values[0]).admissionController.replicas == 3 && yamldecode(helm_release.kyverno.values[0]).admissionController.podDisruptionBudget.enabled
    error_message = "Three must answer the Kubernetes API."
  }

  assert {
    condition     = !yamldecode(helm_release.kyverno.values[0]).features.policyExceptions.enabled
    error_message = "Nobody must be able to write an exception for himself."
  }
}
