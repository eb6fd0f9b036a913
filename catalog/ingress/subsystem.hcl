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
  summary = "A public hosted zone that is in Route 53 already; it is looked up by the domain, and records are added to it."
}

component "new-zone" {
  title   = "New zone"
  summary = "A public hosted zone for the domain, made once for the account; the zone above has to delegate to it."
}

choice "dns-zone" {
  title   = "DNS zone"
  summary = "Where the platform's host names live."
  members = ["existing-zone", "new-zone"]
  default = "existing-zone"
}

component "external-dns" {
  title   = "ExternalDNS"
  summary = "Writes a record into the zone for each host name that an Ingress or a Service names, and takes it away again."
}

plumbing {
  addresses = []
}
