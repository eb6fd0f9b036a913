resource "helm_release" "kyverno" {
  name             = "kyverno"
  namespace        = "kyverno"
  create_namespace = true
  repository       = "https://kyverno.github.io/kyverno/"
  chart            = "kyverno"
  version          = "3.9.0"

  values = [yamlencode({
    # Three answer the Kubernetes API; what works behind the scenes takes over from each other.
    admissionController = {
      replicas            = 3
      podDisruptionBudget = { enabled = true, minAvailable = 2 }

      topologySpreadConstraints = [{
        maxSkew           = 1
        topologyKey       = "topology.kubernetes.io/zone"
        whenUnsatisfiable = "ScheduleAnyway"
        labelSelector     = { matchLabels = { "app.kubernetes.io/component" = "admission-controller", "app.kubernetes.io/instance" = "kyverno" } }
      }]
    }
    backgroundController = { replicas = 2 }
    cleanupController    = { replicas = 2 }
    reportsController    = { replicas = 2 }

    features = {
      # An exception would be a way around a policy for whoever may write one.
      policyExceptions = { enabled = false }

      # ECR by its own identity; registries of other clouds are asked like any other.
      registryClient = { credentialHelpers = ["default", "amazon"] }
    }
  })]

  depends_on = [
    helm_release.load_balancer_controller, # if load-balancer-controller
  ]
}
