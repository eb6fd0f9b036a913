mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "metrics_survive_the_loss_of_a_node" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.metrics_server.values[0]).replicas == 2 && yamldecode(helm_release.metrics_server.values[0]).podDisruptionBudget.enabled
    error_message = "Metrics Server must run twice, with a disruption budget."
  }
}
