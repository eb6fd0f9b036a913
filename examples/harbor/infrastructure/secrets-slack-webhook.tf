# --- How a secret comes here, and stays out of everything else: the variable is ephemeral, so neither plan nor state holds it; the
# argument is write-only, so the provider sends it and forgets it; the version says when to send it again. Nothing reads the variable
# but that one argument: count and for_each cannot, and a condition on it would tell something about it.

resource "aws_secretsmanager_secret" "slack_webhook" {
  # checkov:skip=CKV2_AWS_57: Its issuer makes a new one when a person asks; then its version is raised.

  name        = "${local.name}/platform/slack-webhook"
  description = "Address that the platform posts its Slack messages to."
  kms_key_id  = aws_kms_key.platform_secrets.arn

  # Gone at once: the value is supplied from elsewhere, and a name that waits for its end would block the next apply.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "slack_webhook" {
  secret_id                = aws_secretsmanager_secret.slack_webhook.id
  secret_string_wo         = var.slack_webhook_url
  secret_string_wo_version = var.slack_webhook_url_version
}
