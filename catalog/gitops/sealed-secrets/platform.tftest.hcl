mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "kubeseal_finds_it_and_its_keys_are_alone_in_their_namespace" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.sealed_secrets.values[0]).fullnameOverride == "sealed-secrets-controller" && helm_release.sealed_secrets.namespace == "sealed-secrets"
    error_message = "The controller must have the name that kubeseal looks for, in a namespace of its own."
  }
}
