variable "gatekeeper_enforcement_action" {
  description = "What happens to workloads that break a rule: dryrun reports them in the constraint's status, warn tells whoever applies them, deny refuses them."
  type        = string
  default     = "dryrun"
  nullable    = false

  validation {
    condition     = contains(["dryrun", "warn", "deny"], var.gatekeeper_enforcement_action)
    error_message = "Write dryrun, warn or deny."
  }
}

variable "required_labels" {
  description = "Labels that each Deployment, StatefulSet and DaemonSet of a workload must have, so that everybody knows whose it is."
  type        = list(string)
  default     = ["app.kubernetes.io/name"]
  nullable    = false

  validation {
    condition     = alltrue([for label in var.required_labels : can(regex("^([a-z0-9]([a-z0-9.-]*[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$", label))])
    error_message = "Write a label's key as Kubernetes does, such as team or app.kubernetes.io/name."
  }
}

variable "allowed_registries" {
  description = "Beginnings of the names of images that workloads may run, each with a slash at its end; empty allows this account's ECR in this region alone."
  type        = list(string)
  default     = []
  nullable    = false

  # Without the slash docker.io/library would also let docker.io/library-of-somebody in.
  validation {
    condition     = alltrue([for registry in var.allowed_registries : can(regex("^[a-z0-9.-]+(:[0-9]+)?/([a-z0-9._-]+/)*$", registry))])
    error_message = "Write a registry, or a folder in it, with a slash at its end, such as public.ecr.aws/docker/library/."
  }
}

locals {
  own_registry = "${local.account_id}.dkr.ecr.${var.aws_region}.${data.aws_partition.current.dns_suffix}/"

  # Every container of a pod, whenever it starts.
  gatekeeper_containers = join("\n", [
    "containers[container] { container := input.review.object.spec.containers[_] }",
    "containers[container] { container := input.review.object.spec.initContainers[_] }",
    "containers[container] { container := input.review.object.spec.ephemeralContainers[_] }",
  ])

  # By the kind of their constraints: what they ask, what they take as parameters, and the question in Rego.
  gatekeeper_templates = {
    PlatformRequiredLabels = {
      parameters = { labels = { type = "array", items = { type = "string" } } }
      rego       = <<-REGO
        package platformrequiredlabels

        violation[{"msg": message}] {
          label := input.parameters.labels[_]
          not input.review.object.metadata.labels[label]
          message := sprintf("%v %v has no label %v", [input.review.kind.kind, input.review.object.metadata.name, label])
        }
      REGO
    }
    PlatformAllowedRegistries = {
      parameters = { registries = { type = "array", items = { type = "string" } } }
      rego       = <<-REGO
        package platformallowedregistries

        violation[{"msg": message}] {
          containers[container]
          not allowed(container.image)
          message := sprintf("container %v runs %v, which is in none of the registries %v", [container.name, container.image, input.parameters.registries])
        }

        allowed(image) {
          startswith(image, input.parameters.registries[_])
        }

        ${local.gatekeeper_containers}
      REGO
    }
    PlatformNoPrivilegedContainers = {
      parameters = {}
      rego       = <<-REGO
        package platformnoprivilegedcontainers

        violation[{"msg": message}] {
          containers[container]
          container.securityContext.privileged
          message := sprintf("container %v is privileged", [container.name])
        }

        ${local.gatekeeper_containers}
      REGO
    }
    PlatformResourceLimits = {
      parameters = {}
      rego       = <<-REGO
        package platformresourcelimits

        # CPU has no limit here: idle cores may be used by whoever needs them, and memory that is short takes others along.
        violation[{"msg": message}] {
          container := input.review.object.spec.containers[_]
          needed := {"requests cpu": ["requests", "cpu"], "requests memory": ["requests", "memory"], "limits memory": ["limits", "memory"]}
          path := needed[what]
          not object.get(object.get(object.get(container, "resources", {}), path[0], {}), path[1], false)
          message := sprintf("container %v says nothing of %v", [container.name, what])
        }
      REGO
    }
  }

  gatekeeper_pods = [{ apiGroups = [""], kinds = ["Pod"] }]
  gatekeeper_workloads = [
    { apiGroups = ["apps"], kinds = ["DaemonSet", "Deployment", "StatefulSet"] },
    { apiGroups = ["argoproj.io"], kinds = ["Rollout"] }, # if rollouts
  ]

  gatekeeper_constraints = {
    PlatformRequiredLabels         = { kinds = local.gatekeeper_workloads, parameters = { labels = var.required_labels } }
    PlatformAllowedRegistries      = { kinds = local.gatekeeper_pods, parameters = { registries = coalescelist(var.allowed_registries, [local.own_registry]) } }
    PlatformNoPrivilegedContainers = { kinds = local.gatekeeper_pods, parameters = {} }
    PlatformResourceLimits         = { kinds = local.gatekeeper_pods, parameters = {} }
  }

  # Names of templates, and of the definitions that Gatekeeper makes of them.
  gatekeeper_template_names = [for kind in keys(local.gatekeeper_templates) : "constrainttemplate/${lower(kind)}"]
  gatekeeper_definitions    = [for kind in keys(local.gatekeeper_templates) : "customresourcedefinition/${lower(kind)}.constraints.gatekeeper.sh"]

  # After each change of the templates; the last one's is removed before the next begins.
  gatekeeper_wait_hook = {
    "helm.sh/hook"               = "post-install,post-upgrade"
    "helm.sh/hook-delete-policy" = "before-hook-creation,hook-succeeded"
  }

  # Two questions, one after the other: has Gatekeeper taken every template in, and does the API server serve what it made of them?
  gatekeeper_waits = {
    taken-in = concat(["wait", "--timeout=240s", "--for=jsonpath={.status.created}=true"], local.gatekeeper_template_names)
    served   = concat(["wait", "--timeout=240s", "--for=condition=Established"], local.gatekeeper_definitions)
  }

  # The image that Gatekeeper's own chart runs its hooks with: kubectl, and nothing else.
  gatekeeper_wait_containers = [for name in ["taken-in", "served"] : {
    name            = name
    image           = "openpolicyagent/gatekeeper-crds:v3.23.0"
    args            = local.gatekeeper_waits[name]
    resources       = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }
    securityContext = { allowPrivilegeEscalation = false, readOnlyRootFilesystem = true, capabilities = { drop = ["ALL"] } }
  }]
}

# Gatekeeper makes a definition of each template, a moment later. A constraint that comes before it fails, and so would one in the same
# release; so the release of the templates ends only when its hook has seen the definitions.
resource "helm_release" "gatekeeper_templates" {
  name      = "gatekeeper-templates"
  namespace = "gatekeeper-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = concat(
      [for kind, template in local.gatekeeper_templates : {
        apiVersion = "templates.gatekeeper.sh/v1"
        kind       = "ConstraintTemplate"
        metadata   = { name = lower(kind) }
        spec = {
          crd = {
            spec = {
              names      = { kind = kind }
              validation = { openAPIV3Schema = { type = "object", properties = template.parameters } }
            }
          }
          targets = [{ target = "admission.k8s.gatekeeper.sh", rego = template.rego }]
        }
      }],
      [
        {
          apiVersion = "v1"
          kind       = "ServiceAccount"
          metadata   = { name = "await-templates", namespace = "gatekeeper-system" }
        },
        {
          apiVersion = "rbac.authorization.k8s.io/v1"
          kind       = "ClusterRole"
          metadata   = { name = "gatekeeper-await-templates" }
          rules = [
            { apiGroups = ["templates.gatekeeper.sh"], resources = ["constrainttemplates"], verbs = ["get", "list", "watch"] },
            { apiGroups = ["apiextensions.k8s.io"], resources = ["customresourcedefinitions"], verbs = ["get", "list", "watch"] },
          ]
        },
        {
          apiVersion = "rbac.authorization.k8s.io/v1"
          kind       = "ClusterRoleBinding"
          metadata   = { name = "gatekeeper-await-templates" }
          roleRef    = { apiGroup = "rbac.authorization.k8s.io", kind = "ClusterRole", name = "gatekeeper-await-templates" }
          subjects   = [{ kind = "ServiceAccount", name = "await-templates", namespace = "gatekeeper-system" }]
        },
        {
          apiVersion = "batch/v1"
          kind       = "Job"
          metadata   = { name = "await-templates", namespace = "gatekeeper-system", annotations = local.gatekeeper_wait_hook }
          spec = {
            # A container that starts again takes its log along. A pod that has failed stays, to be read, and the next one tries.
            backoffLimit = 5
            template = {
              spec = {
                serviceAccountName = "await-templates"
                restartPolicy      = "Never"
                securityContext    = { runAsNonRoot = true, runAsUser = 65532, runAsGroup = 65532, seccompProfile = { type = "RuntimeDefault" } }
                initContainers     = slice(local.gatekeeper_wait_containers, 0, 1)
                containers         = slice(local.gatekeeper_wait_containers, 1, 2)
              }
            }
          }
        },
      ],
    )
  })]

  timeout    = 600
  depends_on = [helm_release.gatekeeper]
}

resource "helm_release" "gatekeeper_constraints" {
  name      = "gatekeeper-constraints"
  namespace = "gatekeeper-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [for kind, constraint in local.gatekeeper_constraints : {
      apiVersion = "constraints.gatekeeper.sh/v1beta1"
      kind       = kind
      metadata   = { name = "workloads" }
      spec = {
        enforcementAction = var.gatekeeper_enforcement_action
        match             = { kinds = constraint.kinds, excludedNamespaces = local.platform_namespaces }
        parameters        = constraint.parameters
      }
    }]
  })]

  depends_on = [helm_release.gatekeeper_templates]
}

output "gatekeeper_constraints" {
  description = "Rules for workloads that Gatekeeper watches over, and what happens to what breaks them; kubectl get constraints counts it."
  value       = { for kind in keys(local.gatekeeper_constraints) : kind => var.gatekeeper_enforcement_action }
}
