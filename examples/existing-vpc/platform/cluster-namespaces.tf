locals {
  # Helm leaves alone what carries this when it leaves the release: a name taken off the list must not delete workloads, and what
  # is kept must not lose its fences.
  namespace_keep = { "helm.sh/resource-policy" = "keep" }

  namespace_objects = [for name, namespace in var.namespaces : {
    apiVersion = "v1"
    kind       = "Namespace"
    metadata = {
      name        = name
      annotations = local.namespace_keep
      labels = {
        "pod-security.kubernetes.io/enforce" = namespace.pod_security
        "pod-security.kubernetes.io/audit"   = "restricted"
        "pod-security.kubernetes.io/warn"    = "restricted"
      }
    }
  }]

  namespace_quotas = [for name, namespace in var.namespaces : {
    apiVersion = "v1"
    kind       = "ResourceQuota"
    metadata   = { name = "quota", namespace = name, annotations = local.namespace_keep }
    spec = {
      hard = {
        "requests.cpu"    = namespace.cpu_requests
        "requests.memory" = namespace.memory_requests
        "limits.memory"   = namespace.memory_limits
        "pods"            = tostring(namespace.pods)
      }
    }
  }]

  # The quota counts requests and limits, so a container that states none gets these instead of being refused. CPU has no limit:
  # idle cores may be used by whoever needs them.
  namespace_limits = [for name, namespace in var.namespaces : {
    apiVersion = "v1"
    kind       = "LimitRange"
    metadata   = { name = "defaults", namespace = name, annotations = local.namespace_keep }
    spec = {
      limits = [{
        type           = "Container"
        defaultRequest = { cpu = "100m", memory = "128Mi" }
        default        = { memory = "512Mi" }
      }]
    }
  }]

  namespace_deny_policies = [for name, namespace in var.namespaces : {
    apiVersion = "networking.k8s.io/v1"
    kind       = "NetworkPolicy"
    metadata   = { name = "default-deny", namespace = name, annotations = local.namespace_keep }
    spec       = { podSelector = {}, policyTypes = ["Ingress", "Egress"] }
  }]

  namespace_dns_policies = [for name, namespace in var.namespaces : {
    apiVersion = "networking.k8s.io/v1"
    kind       = "NetworkPolicy"
    metadata   = { name = "allow-dns", namespace = name, annotations = local.namespace_keep }
    spec = {
      podSelector = {}
      policyTypes = ["Egress"]
      egress = [{
        to = [{
          namespaceSelector = { matchLabels = { "kubernetes.io/metadata.name" = "kube-system" } }
          podSelector       = { matchLabels = { "k8s-app" = "kube-dns" } }
        }]
        ports = [{ protocol = "UDP", port = 53 }, { protocol = "TCP", port = 53 }]
      }]
    }
  }]

  # The agent on the node hands a pod its AWS credentials at this address; it gives none to a pod without an association.
  namespace_identity_policies = [for name, namespace in var.namespaces : {
    apiVersion = "networking.k8s.io/v1"
    kind       = "NetworkPolicy"
    metadata   = { name = "allow-pod-identity", namespace = name, annotations = local.namespace_keep }
    spec = {
      podSelector = {}
      policyTypes = ["Egress"]
      egress = [{
        to    = [{ ipBlock = { cidr = "169.254.170.23/32" } }]
        ports = [{ protocol = "TCP", port = 80 }]
      }]
    }
  }]
}

resource "helm_release" "namespaces" {
  name      = "namespaces"
  namespace = "kube-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = concat(
      local.namespace_objects,
      local.namespace_quotas,
      local.namespace_limits,
      local.namespace_deny_policies,
      local.namespace_dns_policies,
      local.namespace_identity_policies,
    )
  })]

  # A workload beside a component would read its Secrets and use its identities, and the component would get the fences of workloads.
  lifecycle {
    precondition {
      condition     = length(setintersection(keys(var.namespaces), local.platform_namespaces)) == 0
      error_message = "These names in namespaces belong to the platform itself: ${join(", ", setintersection(keys(var.namespaces), local.platform_namespaces))}. Choose others for workloads."
    }
  }
}
