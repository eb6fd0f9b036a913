locals {
  # What is worth a message, and how it reads: a success is no news. The text is a format and what fills it in, because the same words
  # go into mails as they are and to Slack inside JSON.
  argocd_events = {
    "sync-failed" = {
      when      = "app.status.operationState != nil and app.status.operationState.phase in ['Error', 'Failed']"
      subject   = "Sync failed: {{ .app.metadata.name }}"
      format    = "%s could not be synced: %s %s/applications/%s"
      arguments = ".app.metadata.name .app.status.operationState.message .context.argocdUrl .app.metadata.name"
    }
    "health-degraded" = {
      when      = "app.status.health.status == 'Degraded'"
      subject   = "Degraded: {{ .app.metadata.name }}"
      format    = "%s is degraded: %s/applications/%s"
      arguments = ".app.metadata.name .context.argocdUrl .app.metadata.name"
    }
  }

  # An abort is an event of Argo Rollouts, which sends it by itself and needs no condition; Argo CD sees only that something is degraded.
  rollouts_events = {
    "rollout-aborted" = {
      subject   = "Rollout aborted: {{ .rollout.metadata.namespace }}/{{ .rollout.metadata.name }}"
      format    = "%s/%s was aborted: the version before it serves on."
      arguments = ".rollout.metadata.namespace .rollout.metadata.name"
    }
  }

  notification_templates = { for name, event in merge(local.argocd_events, local.rollouts_events) : name => yamlencode({
    message = "{{ printf ${jsonencode(event.format)} ${event.arguments} }}"
    email   = { subject = event.subject }
    webhook = { slack = { method = "POST", body = "{\"text\": {{ printf ${jsonencode(event.format)} ${event.arguments} | toJson }}}" } }
  }) }

  notification_services = merge(
    {},
    local.slack_notification_service, # if notifications-slack
    local.email_notification_service, # if notifications-email
  )

  notification_recipients = concat(
    [],
    local.slack_notification_recipients, # if notifications-slack
    local.email_notification_recipients, # if notifications-email
  )

  # The Secret that both controllers read: its keys, and where in Secrets Manager each comes from.
  notification_secrets = merge(
    {},
    local.slack_notification_secret, # if notifications-slack
    local.email_notification_secret, # if notifications-email
  )

  notification_secret_data = [for key, name in local.notification_secrets : { secretKey = key, remoteRef = { key = name } }]

  argocd_notifications = yamlencode({
    notifications = {
      enabled   = true
      secret    = { create = false, name = "argocd-notifications-secret" }
      resources = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "256Mi" } }
      notifiers = local.notification_services
      templates = { for name in keys(local.argocd_events) : "template.${name}" => local.notification_templates[name] }
      triggers  = { for name, event in local.argocd_events : "trigger.on-${name}" => yamlencode([{ when = event.when, send = [name] }]) }

      # For every application; an annotation on one of them adds to this.
      subscriptions = [{ recipients = local.notification_recipients, triggers = [for name in keys(local.argocd_events) : "on-${name}"] }]
    }
  })

  rollouts_notifications = yamlencode({
    notifications = {
      secret        = { create = false }
      notifiers     = local.notification_services
      templates     = { for name in keys(local.rollouts_events) : "template.${name}" => local.notification_templates[name] }
      triggers      = { for name in keys(local.rollouts_events) : "trigger.on-${name}" => yamlencode([{ send = [name] }]) }
      subscriptions = [{ recipients = local.notification_recipients, triggers = [for name in keys(local.rollouts_events) : "on-${name}"] }]
    }
  })
}

# Its own release, before the controller that reads it.
resource "helm_release" "notifications_secret" {
  name      = "notifications-secret"
  namespace = "argocd"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [for name in ["argocd-notifications-secret"] : {
      apiVersion = "external-secrets.io/v1"
      kind       = "ExternalSecret"
      metadata   = { name = name, namespace = "argocd" }
      spec = {
        refreshInterval = "1h"
        secretStoreRef  = { kind = "ClusterSecretStore", name = "platform" }
        target          = { name = name, template = { metadata = { labels = { "app.kubernetes.io/part-of" = "argocd" } } } }
        data            = local.notification_secret_data
      }
    } if length(local.notification_secret_data) > 0]
  })]

  depends_on = [helm_release.argocd_namespace]
}

# The same for Argo Rollouts, which reads only its own namespace.
# if rollouts
resource "helm_release" "rollouts_notifications_secret" {
  name      = "rollouts-notifications-secret"
  namespace = "argo-rollouts"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [for name in ["argo-rollouts-notification-secret"] : {
      apiVersion = "external-secrets.io/v1"
      kind       = "ExternalSecret"
      metadata   = { name = name, namespace = "argo-rollouts" }
      spec = {
        refreshInterval = "1h"
        secretStoreRef  = { kind = "ClusterSecretStore", name = "platform" }
        target          = { name = name, template = { metadata = { labels = { "app.kubernetes.io/component" = "rollouts-controller" } } } }
        data            = local.notification_secret_data
      }
    } if length(local.notification_secret_data) > 0]
  })]

  depends_on = [
    helm_release.rollouts_namespace,
    helm_release.secret_store,
  ]
}
