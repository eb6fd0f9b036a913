mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "the_address_is_kept_under_the_platforms_key" {
  variables {
    cluster_name = "harbor"
  }

  assert {
    condition     = aws_secretsmanager_secret.slack_webhook.name == "harbor/platform/slack-webhook" && aws_secretsmanager_secret.slack_webhook.kms_key_id == aws_kms_key.platform_secrets.arn
    error_message = "The secret must lie below the platform's prefix, where External Secrets may read, under its key."
  }

  # A write-only argument is null whenever it is read.
  assert {
    condition     = aws_secretsmanager_secret_version.slack_webhook.secret_string == null && aws_secretsmanager_secret_version.slack_webhook.secret_string_wo == null
    error_message = "The address must not be in the state."
  }
}

run "an_address_of_something_else_is_refused" {
  command = plan

  variables {
    slack_webhook_url = "https://example.com/hook"
  }

  expect_failures = [var.slack_webhook_url]
}
