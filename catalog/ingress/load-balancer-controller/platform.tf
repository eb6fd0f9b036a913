# Makes load balancers for Ingresses of the class alb and for Services of type LoadBalancer. A release that has an Ingress depends on this
# one: then the webhook answers when it is made, and the controller is still there to take the load balancer away.
resource "helm_release" "load_balancer_controller" {
  name       = "aws-load-balancer-controller"
  namespace  = "kube-system"
  repository = "https://aws.github.io/eks-charts"
  chart      = "aws-load-balancer-controller"
  version    = "3.5.0"

  values = [yamlencode({
    clusterName = local.name

    # By default it asks the instance metadata for both, which pods do not reach here.
    region = var.aws_region
    vpcId  = data.aws_eks_cluster.this.vpc_config[0].vpc_id

    serviceAccount = { create = true, name = "aws-load-balancer-controller" }

    # Straight to the pods: they have addresses of the VPC, and the way over a port of some node would be one hop more.
    defaultTargetType = "ip"

    # The controller's own default still takes TLS 1.0.
    defaultSSLPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06"

    # What it makes stands in no state: by these tags scripts and people find what was left behind.
    defaultTags = local.tags

    # The webhook gives a Service of type LoadBalancer to this controller, whose load balancers are internal unless they say otherwise;
    # EKS itself would make a Classic one that faces the internet. It sees every new Service, and with the default (Fail) none could be
    # made while the controller is away.
    enableServiceMutatorWebhook = true
    serviceMutatorWebhookConfig = { failurePolicy = "Ignore" }

    # Both are asked about with every change of a load balancer. WAF Classic has ended, and Shield Advanced is a contract of its own;
    # WAF itself stays on, for the annotation that names a web ACL.
    enableShield = false
    enableWaf    = false

    # Otherwise every upgrade makes a new certificate for the webhooks, and they fail until all pods have it.
    keepTLSSecret = true

    replicaCount        = 2
    podDisruptionBudget = { maxUnavailable = 1 }
    resources           = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "256Mi" } }

    topologySpreadConstraints = [{
      maxSkew           = 1
      topologyKey       = "topology.kubernetes.io/zone"
      whenUnsatisfiable = "ScheduleAnyway"
      labelSelector     = { matchLabels = { "app.kubernetes.io/name" = "aws-load-balancer-controller" } }
    }]
  })]
}
