# Its own release, so that what the controller reads can be put there before it starts.
resource "helm_release" "rollouts_namespace" {
  name      = "rollouts-namespace"
  namespace = "kube-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "v1"
      kind       = "Namespace"
      metadata = {
        name   = "argo-rollouts"
        labels = { "pod-security.kubernetes.io/enforce" = "restricted" }
      }
    }]
  })]

  depends_on = [
    helm_release.load_balancer_controller, # if load-balancer-controller
  ]
}

resource "helm_release" "rollouts" {
  name       = "argo-rollouts"
  namespace  = "argo-rollouts"
  repository = "https://argoproj.github.io/argo-helm"
  chart      = "argo-rollouts"
  version    = "2.41.0"

  values = [
    yamlencode({
      controller = {
        # One works, the other takes over: a rollout that is under way goes on while a node is replaced.
        replicas  = 2
        pdb       = { enabled = true, maxUnavailable = 1 }
        resources = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "512Mi" } }

        topologySpreadConstraints = [{
          maxSkew           = 1
          topologyKey       = "topology.kubernetes.io/zone"
          whenUnsatisfiable = "ScheduleAnyway"
          labelSelector     = { matchLabels = { "app.kubernetes.io/name" = "argo-rollouts", "app.kubernetes.io/component" = "rollouts-controller" } }
        }]
      }

      # It knows no users: whoever reaches it may promote and abort. Take kubectl argo rollouts dashboard, which acts as you.
      dashboard = { enabled = false }

      # Rights for traffic providers, which it needs only where there is one.
      providerRBAC = {
        enabled = true
        providers = {
          ambassador                = false
          apisix                    = false
          awsAppMesh                = false
          awsLoadBalancerController = true
          contour                   = false
          gatewayAPI                = false
          glooPlatform              = false
          istio                     = false
          smi                       = false
          traefik                   = false
        }
      }
    }),
    local.rollouts_notifications, # if notifications
  ]

  depends_on = [
    helm_release.rollouts_namespace,
    helm_release.rollouts_notifications_secret, # if notifications
  ]
}
