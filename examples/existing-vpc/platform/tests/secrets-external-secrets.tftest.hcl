mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "platform_secrets_are_for_the_platform" {
  command = plan

  assert {
    condition     = alltrue([for condition in yamldecode(helm_release.secret_store.values[0]).manifests[0].spec.conditions : length(condition.namespaces) > 0])
    error_message = "The store must name who may use it: without conditions every namespace could read the platform's secrets."
  }

  assert {
    condition     = !can(yamldecode(helm_release.secret_store.values[0]).manifests[0].spec.provider.aws.auth)
    error_message = "The store must use the controller's own identity, by Pod Identity."
  }

  assert {
    condition     = yamldecode(helm_release.external_secrets.values[0]).processSecretStore == false && !can(yamldecode(helm_release.external_secrets.values[0]).extraArgs)
    error_message = "A store in a namespace must stay without effect: it would read the platform's secrets with the controller's own identity."
  }

  assert {
    condition     = yamldecode(helm_release.external_secrets.values[0]).replicaCount == 2 && yamldecode(helm_release.external_secrets.values[0]).leaderElect
    error_message = "The controller must run twice, one of them at work."
  }

  assert {
    condition     = !yamldecode(helm_release.external_secrets.values[0]).rbac.serviceAccountTokenCreate
    error_message = "The controller must not be able to make tokens of other service accounts."
  }
}
