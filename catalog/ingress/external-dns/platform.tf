resource "helm_release" "external_dns" {
  name             = "external-dns"
  namespace        = "external-dns"
  create_namespace = true
  repository       = "https://kubernetes-sigs.github.io/external-dns/"
  chart            = "external-dns"
  version          = "1.21.1"

  # Its one definition, DNSEndpoint, is a source that is not used here.
  skip_crds = true

  values = [yamlencode({
    domainFilters = [var.domain_name]
  })]

  # Its Service is shown to the controller's webhook.
  depends_on = [helm_release.load_balancer_controller] # if load-balancer-controller
}
