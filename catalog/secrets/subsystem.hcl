subsystem "secrets" {
  title   = "Secrets"
  summary = "Secrets live in Secrets Manager, and reach the cluster without passing through Terraform's state."
  icon    = "secret"
  hue     = 4
}

component "external-secrets" {
  title   = "External Secrets"
  summary = "Brings the platform's secrets from Secrets Manager into the namespaces that may have them."
  include = "default"
}

component "slack-webhook" {
  title   = "Slack webhook"
  summary = "The address that the platform posts its Slack messages to, kept as a secret."
}

# --- Picture

node "secrets-manager" {
  component = "external-secrets"
  place     = "region"
  kind      = "container"
  icon      = "secret"
  label     = "Secrets Manager"
  detail    = "${local.name}/platform/"
}

node "platform-secrets-key" {
  component  = "external-secrets"
  place      = "secrets-manager"
  icon       = "key"
  label      = "Platform key"
  detail     = "KMS, rotated yearly"
  stands_for = ["aws_kms_key.platform_secrets"]
}

node "slack-webhook" {
  component  = "slack-webhook"
  place      = "secrets-manager"
  icon       = "secret"
  label      = "Slack webhook"
  detail     = "version ${var.slack_webhook_url_version}"
  stands_for = ["aws_secretsmanager_secret.slack_webhook"]
}

node "slack" {
  component = "slack-webhook"
  icon      = "queue"
  label     = "Slack"
  detail    = "one channel"
}

node "external-secrets" {
  component  = "external-secrets"
  place      = "cluster"
  icon       = "secret"
  label      = "External Secrets"
  detail     = "platform namespaces only"
  stands_for = ["helm_release.external_secrets", "helm_release.secret_store"]
}

edge "external-secrets-to-secrets-manager" {
  component = "external-secrets"
  from      = "external-secrets"
  to        = "secrets-manager"
  label     = "reads"
  says = "External Secrets reads the platform's secrets from Secrets Manager."
  kind      = "data"
}

plumbing {
  addresses = [
    "aws_eks_pod_identity_association.external_secrets",
    "aws_iam_role.external_secrets",
    "aws_iam_role_policy.external_secrets",
    "aws_kms_alias.platform_secrets",
    "aws_secretsmanager_secret_version.slack_webhook",
  ]
}

# --- Findings

finding "namespace-of-external-secrets" {
  component = "external-secrets"
  when      = contains(keys(var.namespaces), "external-secrets")
  severity  = "error"
  says      = "The namespace external-secrets is taken by External Secrets itself, whose store it may use."
  remedy    = "Choose another name for the namespace of workloads."
  field     = "namespaces"
}

finding "secret-without-reader" {
  component = "slack-webhook"
  when      = !anytrue([for reader in ["falco-slack", "notifications-slack", "security-alerts-slack"] : lookup(chosen, reader, false)])
  severity  = "note"
  says      = "Nothing on this platform posts to Slack yet: the address is kept for what you add."
  remedy    = "Switch it off, unless an ExternalSecret of yours reads it from the store platform."
}

# --- Before the first apply

prepare "slack-webhook" {
  component = "slack-webhook"
  says      = "An incoming webhook of Slack for the channel that gets the messages: at api.slack.com/apps make an app for your workspace, and switch incoming webhooks on."
}

# --- Costs

cost "external-secrets" {
  component = "external-secrets"
  monthly   = price.kms_key_month
  says      = "The key of the platform's secrets; reading them costs cents."
}

cost "slack-webhook" {
  component = "slack-webhook"
  monthly   = price.secret_month
  says      = "One secret in Secrets Manager."
}
