locals {
  # Who may read the platform's secrets through the store: a component that does adds its namespace here, marked with its name. An
  # ExternalSecret in any other namespace is refused, or a workload could ask for the platform's secrets by name. That holds because
  # there is no other way to the controller's identity: stores in namespaces are switched off below.
  secret_store_namespaces = [
    "external-secrets",
  ]
}

resource "helm_release" "external_secrets" {
  name             = "external-secrets"
  namespace        = "external-secrets"
  create_namespace = true
  repository       = "https://charts.external-secrets.io"
  chart            = "external-secrets"
  version          = "2.9.0"

  values = [yamlencode({
    installCRDs    = true
    serviceAccount = { create = true, name = "external-secrets" }

    # One of the two works; the other takes over within seconds.
    replicaCount        = 2
    leaderElect         = true
    podDisruptionBudget = { enabled = true, minAvailable = 1 }
    resources           = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "256Mi" } }

    topologySpreadConstraints = [{
      maxSkew           = 1
      topologyKey       = "kubernetes.io/hostname"
      whenUnsatisfiable = "ScheduleAnyway"
      labelSelector     = { matchLabels = { "app.kubernetes.io/name" = "external-secrets" } }
    }]

    # Stores are the platform's to make, for the cluster and with the namespaces that may use them. One in a namespace would read whatever
    # the controller itself may read, or any team's role: nobody makes it ready, and an ExternalSecret reads from no other.
    processSecretStore = false

    # A store would name a service account and get its token; this one uses the controller's own identity.
    rbac = { serviceAccountTokenCreate = false }

    # Secrets go one way, out of Secrets Manager, and into namespaces that ask for them: nothing is pushed, and none is spread over all.
    processClusterExternalSecret = false
    processClusterPushSecret     = false
    processPushSecret            = false

    # It refuses what is malformed, and with it every change of a store or an ExternalSecret: hence two.
    webhook = {
      replicaCount        = 2
      podDisruptionBudget = { enabled = true, minAvailable = 1 }
      resources           = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }

      topologySpreadConstraints = [{
        maxSkew           = 1
        topologyKey       = "kubernetes.io/hostname"
        whenUnsatisfiable = "ScheduleAnyway"
        labelSelector     = { matchLabels = { "app.kubernetes.io/name" = "external-secrets-webhook" } }
      }]
    }
    certController = {
      resources = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "256Mi" } }
    }
  })]

  # Its Services are shown to the controller's webhook.
  depends_on = [helm_release.load_balancer_controller]
}

# A release of its own: its definition comes with the other one, and it goes before the webhook that has to let it go.
resource "helm_release" "secret_store" {
  name      = "secret-store"
  namespace = "external-secrets"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "external-secrets.io/v1"
      kind       = "ClusterSecretStore"
      metadata   = { name = "platform" }
      spec = {
        # No auth block: the controller's own identity is used, and it reaches the platform's secrets alone.
        provider   = { aws = { service = "SecretsManager", region = var.aws_region } }
        conditions = [{ namespaces = local.secret_store_namespaces }]
      }
    }]
  })]

  depends_on = [helm_release.external_secrets]
}
