resource "helm_release" "external_dns" {
  name             = "external-dns"
  namespace        = "external-dns"
  create_namespace = true
  repository       = "https://kubernetes-sigs.github.io/external-dns/"
  chart            = "external-dns"
  version          = "1.21.1"

  # Its one definition, DNSEndpoint, is of a source that is not used here.
  skip_crds = true

  values = [yamlencode({
    provider       = { name = "aws" }
    env            = [{ name = "AWS_DEFAULT_REGION", value = var.aws_region }]
    serviceAccount = { create = true, name = "external-dns" }

    # The zone by its identifier: the domain alone would also fit zones below it, which the role may not read, and one refusal stops all.
    domainFilters = [var.domain_name]
    extraArgs     = { zone-id-filter = data.aws_route53_zone.external_dns.zone_id, aws-zone-type = "public" }
    sources       = ["ingress", "service"]

    # A record goes with its Ingress, so none is left that leads to somebody else's address. A TXT record beside each says whose it is:
    # what people or another cluster made is never touched.
    policy     = "sync"
    registry   = "txt"
    txtOwnerId = local.name

    # A change is written at once; the look at everything every few minutes is only for what was missed, and spares Route 53's limit of
    # five requests a second for the whole account.
    triggerLoopOnEvent = true
    interval           = "5m"

    resources = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }
  })]

  # Its Service is shown to the controller's webhook.
  depends_on = [helm_release.load_balancer_controller]
}

# The same zone that infrastructure names in the role, found the same way.
data "aws_route53_zone" "external_dns" {
  name         = var.domain_name
  private_zone = false
}
