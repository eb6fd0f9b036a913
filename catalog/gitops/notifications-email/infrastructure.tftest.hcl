mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "the_smtp_password_is_kept_under_the_platforms_key" {
  variables {
    cluster_name = "harbor"
  }

  assert {
    condition     = aws_secretsmanager_secret.smtp.name == "harbor/platform/smtp" && aws_secretsmanager_secret.smtp.kms_key_id == aws_kms_key.platform_secrets.arn && aws_secretsmanager_secret_version.smtp.secret_string_wo == null
    error_message = "The password must lie below the platform's prefix, under its key, and not in the state."
  }
}
