mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "an_address_by_ssh_wants_a_private_key" {
  command = plan

  variables {
    gitops_repo_url = "git@github.com:example-org/deployments.git"
  }

  assert {
    condition     = can(yamldecode(helm_release.image_updater_git.values[0]).manifests[0].spec.target.template.data.sshPrivateKey) && !can(yamldecode(helm_release.image_updater_git.values[0]).manifests[0].spec.target.template.data.password)
    error_message = "By SSH the credential must be a private key."
  }
}

run "an_address_by_https_wants_a_token" {
  command = plan

  variables {
    gitops_repo_url = "https://github.com/example-org/deployments.git"
  }

  assert {
    condition     = can(yamldecode(helm_release.image_updater_git.values[0]).manifests[0].spec.target.template.data.password) && !can(yamldecode(helm_release.image_updater_git.values[0]).manifests[0].spec.target.template.data.sshPrivateKey)
    error_message = "By HTTPS the credential must be a token."
  }
}
