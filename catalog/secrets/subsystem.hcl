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

plumbing {
  addresses = []
}
