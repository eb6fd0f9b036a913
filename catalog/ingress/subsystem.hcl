subsystem "ingress" {
  title   = "Ingress"
  summary = "The way in: load balancers and host names for what runs in the cluster."
  icon    = "gateway"
  hue     = 3
}

component "load-balancer-controller" {
  title   = "Load balancer controller"
  summary = "Makes an Application Load Balancer for an Ingress and a Network Load Balancer for a Service, internal unless they say otherwise."
  include = "default"
}

component "existing-zone" {
  title   = "Existing zone"
  summary = "A public hosted zone that is in Route 53 already: it is looked up by the domain, and records are added to it."
}

component "new-zone" {
  title   = "New zone"
  summary = "A public hosted zone for the domain, made once for the account; the zone above it has to delegate to it."
}

choice "dns-zone" {
  title   = "DNS zone"
  summary = "Where the platform's host names live."
  members = ["existing-zone", "new-zone"]
  default = "existing-zone"
}

component "external-dns" {
  title   = "ExternalDNS"
  summary = "Writes a record into the zone for each host name that an Ingress or a Service names, and takes it away with it."
}

# --- Picture

node "load-balancer-controller" {
  component  = "load-balancer-controller"
  place      = "cluster"
  icon       = "control"
  label      = "LB controller"
  detail     = "two replicas"
  stands_for = ["helm_release.load_balancer_controller"]
}

# No Terraform makes it: the controller does, when an Ingress asks for it.
node "load-balancers" {
  component = "load-balancer-controller"
  place     = chosen["new-vpc"] ? "vpc" : "existing-vpc"
  icon      = "gateway"
  label     = "Load balancers"
  detail    = "made on demand"
}

node "existing-zone" {
  component  = "existing-zone"
  place      = "account"
  icon       = "internet"
  label      = "DNS zone"
  detail     = "${var.domain_name}, existing"
  stands_for = ["data.aws_route53_zone.existing"]
}

node "new-zone" {
  component  = "new-zone"
  place      = "account"
  icon       = "internet"
  label      = "DNS zone"
  detail     = "${var.domain_name}, new"
  stands_for = ["aws_route53_zone.this"]
}

node "external-dns" {
  component  = "external-dns"
  place      = "cluster"
  icon       = "workload"
  label      = "ExternalDNS"
  detail     = "this zone alone"
  stands_for = ["helm_release.external_dns"]
}

edge "load-balancer-controller-to-load-balancers" {
  component = "load-balancer-controller"
  from      = "load-balancer-controller"
  to        = "load-balancers"
  label     = "makes"
  says = "The controller makes load balancers for Ingresses and Services."
  kind      = "control"
}

edge "load-balancers-to-cluster" {
  component = "load-balancer-controller"
  from      = "load-balancers"
  to        = "cluster"
  label     = "to pods"
  says = "Load balancers hand requests to pods."
  kind      = "traffic"
}

edge "external-dns-to-zone" {
  component = "external-dns"
  from      = "external-dns"
  to        = chosen["new-zone"] ? "new-zone" : "existing-zone"
  label     = "records"
  says = "ExternalDNS writes records into the zone."
  kind      = "control"
}

plumbing {
  addresses = [
    "aws_eks_pod_identity_association.external_dns",
    "aws_eks_pod_identity_association.load_balancer_controller",
    "aws_iam_role.external_dns",
    "aws_iam_role.load_balancer_controller",
    "aws_iam_role_policy.external_dns",
    "aws_iam_role_policy.load_balancer_controller",
  ]
}

# --- Findings

finding "new-zone-not-delegated" {
  component = "new-zone"
  when      = true
  severity  = "warning"
  says      = "Nobody finds the new zone, and no certificate for its names can be validated, until the zone above it names its name servers."
  remedy    = "scripts/apply makes the zone first, prints the name servers and stops: enter them as NS record of the domain in the zone above, or at the registrar, and run it again. If the zone is in Route 53 already, choose Existing zone: a second one of the same name is another one."
  field     = "domain_name"
}

finding "domain-is-not-public" {
  when     = (chosen["existing-zone"] || chosen["new-zone"]) && can(regex("\\.(corp|home|internal|intranet|invalid|lan|local|localdomain|localhost|private|test)$", var.domain_name))
  severity = "warning"
  says     = "No registrar delegates names below .${reverse(split(".", var.domain_name))[0]}: they resolve nowhere, and no public certificate is issued for them."
  remedy   = "Take a domain that you have registered, or a subdomain of it."
  field    = "domain_name"
}

finding "namespace-of-external-dns" {
  component = "external-dns"
  when      = contains(keys(var.namespaces), "external-dns")
  severity  = "error"
  says      = "The namespace external-dns is taken by ExternalDNS itself."
  remedy    = "Choose another name for the namespace of workloads."
  field     = "namespaces"
}

finding "records-without-load-balancers" {
  component = "external-dns"
  when      = !chosen["load-balancer-controller"]
  severity  = "warning"
  says      = "ExternalDNS waits for load balancers that nobody makes: without the controller an Ingress never gets an address."
  remedy    = "Switch Load balancer controller on, unless another controller for Ingresses is installed."
  switch = ["load-balancer-controller"]
}

finding "no-load-balancer-controller" {
  component = "control-plane"
  when      = !chosen["load-balancer-controller"]
  severity  = "note"
  says      = "Nothing makes load balancers for Ingresses, and for a Service of type LoadBalancer EKS makes a Classic one that faces the internet."
  remedy    = "Switch Load balancer controller on, or bring one of your own."
  switch = ["load-balancer-controller"]
}

# --- Before the first apply

prepare "existing-zone" {
  component = "existing-zone"
  says      = "A public hosted zone `${var.domain_name}` in Route 53 of this account, and one only. The zone above has to delegate to it: `dig +short NS ${var.domain_name}` answers with the zone's four name servers."
}

prepare "delegation" {
  component = "new-zone"
  says      = "The right to enter an NS record for `${var.domain_name}` in the zone above it, or at the registrar: scripts/apply makes the zone, prints its name servers, and goes on when the record is there."
}

# --- Costs

cost "new-zone" {
  component = "new-zone"
  monthly   = price.hosted_zone_month
  says      = "The hosted zone; each million queries comes on top, unless they are for an alias of a load balancer."
}
