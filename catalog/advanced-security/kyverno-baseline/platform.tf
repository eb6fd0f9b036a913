variable "kyverno_baseline_action" {
  description = "What happens to workloads that break a rule of the baseline: Audit lets them in and reports them, Deny refuses them."
  type        = string
  default     = "Audit"
  nullable    = false

  validation {
    condition     = contains(["Audit", "Deny"], var.kyverno_baseline_action)
    error_message = "Write Audit or Deny."
  }
}

locals {
  # A container for debugging comes later, by a resource of its own.
  kyverno_pods        = ["pods", "pods/ephemeralcontainers"]
  kyverno_image_lists = [for list in ["containers", "initContainers", "ephemeralContainers"] : "(has(object.spec.${list}) ? object.spec.${list}.map(container, container.image) : [])"]

  # What no other policy engine here asks.
  kyverno_baseline = {
    fixed-image-tags = {
      resources  = local.kyverno_pods
      variables  = [{ name = "images", expression = join(" + ", local.kyverno_image_lists) }]
      expression = "variables.images.all(image, image.contains('@') || (image.matches(':[^/:]+$') && !image.endsWith(':latest')))"
      message    = "An image has no tag or the tag latest: what runs could change with each restart. Name a version."
    }
    no-node-ports = {
      resources  = ["services"]
      variables  = []
      expression = "!has(object.spec.type) || object.spec.type != 'NodePort'"
      message    = "A Service of type NodePort opens a port on every node, past the load balancers. Take an Ingress, or a Service of type LoadBalancer."
    }
  }
}

resource "helm_release" "kyverno_baseline" {
  name      = "kyverno-baseline"
  namespace = "kyverno"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [for name, policy in local.kyverno_baseline : {
      apiVersion = "policies.kyverno.io/v1"
      kind       = "ValidatingPolicy"
      metadata   = { name = name }
      spec = {
        validationActions = [var.kyverno_baseline_action]
        failurePolicy     = "Ignore"

        matchConstraints = {
          resourceRules     = [{ apiGroups = [""], apiVersions = ["v1"], operations = ["CREATE", "UPDATE"], resources = policy.resources }]
          namespaceSelector = { matchExpressions = [{ key = "kubernetes.io/metadata.name", operator = "NotIn", values = local.platform_namespaces }] }
        }

        variables   = policy.variables
        validations = [{ expression = policy.expression, message = policy.message }]
      }
    }]
  })]

  depends_on = [helm_release.kyverno]
}

output "kyverno_baseline" {
  description = "Rules of the baseline that Kyverno watches over, and what happens to what breaks them; kubectl get policyreports --all-namespaces lists it."
  value       = { for name in keys(local.kyverno_baseline) : name => var.kyverno_baseline_action }
}
