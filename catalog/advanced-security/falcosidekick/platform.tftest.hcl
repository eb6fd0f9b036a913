mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "alerts_are_passed_on_by_two" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.falco.values[1]).falcosidekick.enabled && yamldecode(helm_release.falco.values[1]).falcosidekick.replicaCount == 2
    error_message = "Falcosidekick must run, and one of two must stay while a node is replaced."
  }

  assert {
    condition     = output.falcosidekick == "falco/falco-falcosidekick"
    error_message = "The output must name the Deployment."
  }
}
