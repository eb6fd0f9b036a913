# Where in Secrets Manager the address is; its value is read in the cluster and never here.
data "aws_secretsmanager_secret" "slack_webhook" {
  name = "${local.name}/platform/slack-webhook"
}
