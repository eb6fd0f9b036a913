# Serves the resource metrics API: kubectl top and every HorizontalPodAutoscaler read it.
resource "helm_release" "metrics_server" {
  name       = "metrics-server"
  namespace  = "kube-system"
  repository = "https://kubernetes-sigs.github.io/metrics-server/"
  chart      = "metrics-server"
  version    = "3.13.1"

  values = [yamlencode({
    # Two, on different nodes where there are any, so that scaling goes on while a node is replaced.
    replicas            = 2
    podDisruptionBudget = { enabled = true, minAvailable = 1 }

    topologySpreadConstraints = [{
      maxSkew           = 1
      topologyKey       = "kubernetes.io/hostname"
      whenUnsatisfiable = "ScheduleAnyway"
      labelSelector     = { matchLabels = { "app.kubernetes.io/name" = "metrics-server" } }
    }]
  })]

  # Its Service is shown to the controller's webhook.
  depends_on = [helm_release.load_balancer_controller]
}
