variable "falco_slack_minimum_priority" {
  description = "Priority from which on an alert of Falco is posted to Slack."
  type        = string
  default     = "warning"
  nullable    = false

  validation {
    condition     = contains(["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"], var.falco_slack_minimum_priority)
    error_message = "Falco's priorities are emergency, alert, critical, error, warning, notice, informational and debug."
  }
}

locals {
  falco_slack_secret = "${local.falcosidekick_name}-slack"

  # The address comes from a Secret: in the values it would stand in Helm's own Secret, and in the state.
  falco_slack_values = yamlencode({
    falcosidekick = {
      config = {
        existingSecret = local.falco_slack_secret
        slack          = { minimumpriority = var.falco_slack_minimum_priority }
      }
    }
  })
}

# Its own release, before the pods that read it when they start.
resource "helm_release" "falco_slack" {
  name      = "falco-slack"
  namespace = "falco"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "external-secrets.io/v1"
      kind       = "ExternalSecret"
      metadata   = { name = local.falco_slack_secret, namespace = "falco" }
      spec = {
        refreshInterval = "1h"
        secretStoreRef  = { kind = "ClusterSecretStore", name = "platform" }
        target          = { name = local.falco_slack_secret, creationPolicy = "Owner" }
        data            = [{ secretKey = "SLACK_WEBHOOKURL", remoteRef = { key = data.aws_secretsmanager_secret.slack_webhook.name } }]
      }
    }]
  })]

  depends_on = [
    helm_release.falco_namespace,
    helm_release.secret_store,
  ]
}
