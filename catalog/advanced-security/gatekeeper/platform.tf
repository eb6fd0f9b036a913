locals {
  # Left out at the webhook itself: what keeps the cluster alive never waits for an answer of Gatekeeper.
  gatekeeper_system_namespaces = ["kube-node-lease", "kube-public", "kube-system"]
}

resource "helm_release" "gatekeeper" {
  name             = "gatekeeper"
  namespace        = "gatekeeper-system"
  create_namespace = true
  repository       = "https://open-policy-agent.github.io/gatekeeper/charts"
  chart            = "gatekeeper"
  version          = "3.23.0"

  values = [yamlencode({
    replicas = 3

    # What Gatekeeper does not answer in time is let in, and its audit finds it within a minute: a policy engine that is away must not be
    # an outage.
    validatingWebhookFailurePolicy = "Ignore"
    auditInterval                  = 60

    # The chart would refuse every new namespace while Gatekeeper is away. The price: in that time, whoever may edit namespaces can set
    # the label by which the webhook leaves them out.
    validatingWebhookCheckIgnoreFailurePolicy = "Ignore"

    # Gatekeeper lets these namespaces carry the label by which the webhook leaves them out, and sets it.
    controllerManager = { exemptNamespaces = local.gatekeeper_system_namespaces }
    postInstall       = { labelNamespace = { extraNamespaces = local.gatekeeper_system_namespaces } }

    # It only looks here: nothing is changed on the way in, and nobody outside is asked.
    disableMutation    = true
    enableExternalData = false

    # Each refusal is a line in its log.
    logDenies = true
  })]

  depends_on = [
    helm_release.load_balancer_controller, # if load-balancer-controller
  ]
}
