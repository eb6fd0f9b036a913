mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "the_gitops_repo_credential_is_kept_under_the_platforms_key" {
  variables {
    cluster_name = "harbor"
  }

  assert {
    condition     = aws_secretsmanager_secret.gitops_repo.name == "harbor/platform/gitops-repo" && aws_secretsmanager_secret.gitops_repo.kms_key_id == aws_kms_key.platform_secrets.arn
    error_message = "The secret must lie below the platform's prefix, where External Secrets may read, under its key."
  }

  assert {
    condition     = aws_secretsmanager_secret_version.gitops_repo.secret_string == null && aws_secretsmanager_secret_version.gitops_repo.secret_string_wo == null
    error_message = "The credential must not be in the state."
  }
}
