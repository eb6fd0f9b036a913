locals {
  # Who may read the platform's secrets by the store: a component that does adds its namespace here. An ExternalSecret in any other
  # namespace is refused, or a workload could ask for the platform's secrets by name.
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
    installCRDs = true
  })]
}

# A release of its own: its definition comes with the other one, and it goes before the webhook does that has to let it go.
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
