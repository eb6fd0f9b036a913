variable "falco_allowed_processes" {
  description = "Programs that may start in workloads' containers; any other is reported as an unauthorized process. Falco sees the first 15 characters of a name."
  type        = list(string)
  default     = ["dotnet", "dumb-init", "envoy", "gunicorn", "java", "nginx", "node", "pause", "php-fpm", "python", "python3", "ruby", "tini", "uvicorn"]
  nullable    = false

  validation {
    condition     = length(var.falco_allowed_processes) > 0
    error_message = "Name at least one program: with none, each start of a container would be reported."
  }

  validation {
    condition     = alltrue([for name in var.falco_allowed_processes : can(regex("^[A-Za-z_][A-Za-z0-9_.-]{0,14}$", name))])
    error_message = "Write a program by the name of its file without a path, at most 15 characters, starting with a letter, such as nginx."
  }
}

locals {
  # A process of a workload: in a pod, and not in a namespace of the platform.
  falco_in_workload = "container.id != host and k8s.ns.name exists and not k8s.ns.name in (platform_namespaces)"
  falco_who         = "process=%proc.name command=%proc.cmdline parent=%proc.pname user=%user.name namespace=%k8s.ns.name pod=%k8s.pod.name image=%container.image.repository"

  # Beside the rules that Falco brings. No macro of those is used, so that none of their changes breaks these.
  falco_rules = [
    { list = "platform_namespaces", items = local.platform_namespaces },
    { list = "allowed_processes", items = var.falco_allowed_processes },
    {
      rule      = "Unauthorized Process in Container"
      desc      = "A program that is not on the list was started in a workload's container."
      condition = "evt.type in (execve, execveat) and ${local.falco_in_workload} and not proc.name in (allowed_processes)"
      output    = "A program that is not on the list was started in a container | ${local.falco_who}"
      priority  = "WARNING"
      tags      = ["container", "process", "mitre_execution"]
    },
    {
      rule      = "Terminal in Container"
      desc      = "Somebody works by hand in a workload's container, as with kubectl exec."
      condition = "evt.type in (execve, execveat) and ${local.falco_in_workload} and proc.tty != 0"
      output    = "Somebody works by hand in a container | ${local.falco_who}"
      priority  = "ERROR"
      tags      = ["container", "shell", "mitre_execution"]
    },
    {
      # The way to the node's role: one hop keeps it closed, so whoever tries is worth a look.
      rule      = "Instance Metadata from Container"
      desc      = "A workload's container connects to the metadata of its node."
      condition = "evt.type = connect and ${local.falco_in_workload} and fd.sip = \"169.254.169.254\""
      output    = "A container asks for the metadata of its node | connection=%fd.name ${local.falco_who}"
      priority  = "CRITICAL"
      tags      = ["container", "network", "mitre_credential_access"]
    },
  ]
}

# A namespace of its own that lets privileged pods in: Falco looks at the kernel of its node.
resource "helm_release" "falco_namespace" {
  name      = "falco-namespace"
  namespace = "kube-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "v1"
      kind       = "Namespace"
      metadata = {
        name   = "falco"
        labels = { "pod-security.kubernetes.io/enforce" = "privileged" }
      }
    }]
  })]
}

resource "helm_release" "falco" {
  name       = "falco"
  namespace  = "falco"
  repository = "https://falcosecurity.github.io/charts"
  chart      = "falco"
  version    = "9.1.0"

  values = [
    yamlencode({
      # Part of the kernel's own interface: nothing is compiled or loaded, also on Bottlerocket. And without full privileges.
      driver = { kind = "modern_ebpf", modernEbpf = { leastPrivileged = true } }

      # An alert is sent when it happens, and not when a buffer is full.
      tty = true

      # Also on nodes that others are kept off: one that nobody watches is where an intruder stays.
      tolerations = [{ operator = "Exists" }]

      # On a full node others make room.
      podPriorityClassName = "system-node-critical"

      customRules = { "platform.yaml" = yamlencode(local.falco_rules) }
    }),
    local.falcosidekick_values, # if falcosidekick
    local.falco_slack_values,   # if falco-slack
    local.falco_sns_values,     # if falco-sns
  ]

  depends_on = [
    helm_release.falco_namespace,
    helm_release.falco_slack,              # if falco-slack
    helm_release.load_balancer_controller, # if load-balancer-controller
  ]
}

output "falco_rules" {
  description = "Rules that this platform adds to Falco's own, and from which priority each."
  value       = { for rule in local.falco_rules : rule.rule => rule.priority if can(rule.rule) }
}
