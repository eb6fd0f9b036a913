# A namespace of its own, so that whoever may read its Secrets reads sealing keys and nothing else.
resource "helm_release" "sealed_secrets_namespace" {
  name      = "sealed-secrets-namespace"
  namespace = "kube-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "v1"
      kind       = "Namespace"
      metadata = {
        name   = "sealed-secrets"
        labels = { "pod-security.kubernetes.io/enforce" = "restricted" }
      }
    }]
  })]
}

resource "helm_release" "sealed_secrets" {
  name       = "sealed-secrets"
  namespace  = "sealed-secrets"
  repository = "https://bitnami.github.io/sealed-secrets"
  chart      = "sealed-secrets"
  version    = "2.19.1"

  values = [yamlencode({
    # The name that kubeseal looks for.
    fullnameOverride = "sealed-secrets-controller"

    # A new key every 30 days; what older ones sealed is still opened. It must not be shorter than a backup takes.
    keyrenewperiod = "720h"

    # Single: while it is replaced nothing new is unsealed, and what was unsealed stays.
    resources = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }
  })]

  depends_on = [
    helm_release.sealed_secrets_namespace,
    helm_release.load_balancer_controller, # if load-balancer-controller
  ]
}
