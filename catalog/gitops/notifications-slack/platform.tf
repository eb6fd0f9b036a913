locals {
  # An incoming webhook instead of a bot: it posts to one channel and can do nothing else. $KEY is looked up in the controllers' Secret.
  slack_notification_service = {
    "service.webhook.slack" = yamlencode({
      url     = "$slack-webhook-url"
      headers = [{ name = "Content-Type", value = "application/json" }]
    })
  }

  slack_notification_recipients = ["slack"]
  slack_notification_secret     = { "slack-webhook-url" = data.aws_secretsmanager_secret.slack_webhook.name }
}

output "slack_notifications" {
  description = "Events of applications that are posted to Slack."
  value       = keys(local.argocd_events)
}
