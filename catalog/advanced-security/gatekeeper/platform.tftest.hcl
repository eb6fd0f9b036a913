mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "gatekeeper_is_no_outage_when_it_is_away" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.gatekeeper.values[0]).validatingWebhookFailurePolicy == "Ignore" && yamldecode(helm_release.gatekeeper.values[0]).replicas == 3
    error_message = "Three must answer, and without an answer things must be let in."
  }

  assert {
    condition     = yamldecode(helm_release.gatekeeper.values[0]).validatingWebhookCheckIgnoreFailurePolicy == "Ignore"
    error_message = "Namespaces must come about while Gatekeeper is away."
  }

  assert {
    condition     = contains(yamldecode(helm_release.gatekeeper.values[0]).controllerManager.exemptNamespaces, "kube-system") && contains(yamldecode(helm_release.gatekeeper.values[0]).postInstall.labelNamespace.extraNamespaces, "kube-system")
    error_message = "The system's namespaces must be left out at the webhook."
  }
}
