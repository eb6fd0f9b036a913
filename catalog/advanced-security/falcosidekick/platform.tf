locals {
  # The chart's name for it, and for its service account.
  falcosidekick_name = "falco-falcosidekick"

  # A part of Falco's chart: switched on, it is where Falco sends its alerts.
  falcosidekick_values = yamlencode({
    falcosidekick = {
      enabled      = true
      replicaCount = 2
      resources    = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }

      # In each message: a channel may hear of several clusters.
      config = { customfields = "cluster:${local.name}" }
    }
  })
}

output "falcosidekick" {
  description = "Deployment that passes Falco's alerts on; its log says what it sent, and what was refused."
  value       = "${helm_release.falco.namespace}/${local.falcosidekick_name}"
}
