mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "it_survives_the_loss_of_a_node_and_shows_itself_to_nobody" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.rollouts.values[0]).controller.replicas == 2 && yamldecode(helm_release.rollouts.values[0]).controller.pdb.enabled
    error_message = "Argo Rollouts must run twice, with a disruption budget."
  }

  assert {
    condition     = yamldecode(helm_release.rollouts.values[0]).dashboard.enabled == false
    error_message = "The dashboard must not run: it asks nobody who they are."
  }
}
