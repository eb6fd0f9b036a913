variable "falco_sns_minimum_priority" {
  description = "Priority from which on an alert of Falco goes to the topic of security alerts, and from there out by e-mail."
  type        = string
  default     = "critical"
  nullable    = false

  validation {
    condition     = contains(["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"], var.falco_sns_minimum_priority)
    error_message = "Falco's priorities are emergency, alert, critical, error, warning, notice, informational and debug."
  }
}

locals {
  # Neither a role nor a key: the association gives the pods their identity. A sentence and not JSON, since people get it as a mail.
  falco_sns_values = yamlencode({
    falcosidekick = {
      # Not the chart's 2.32.0: it comes after a move to AWS's second SDK that looked for no credentials at all, those of an association or of
      # IRSA (falcosidekick's issue 1191). 2.31.1 has the first SDK at 1.55, and from 1.47.11 on that knows associations.
      image = { tag = "2.31.1" }

      config = {
        aws = {
          region  = var.aws_region
          useirsa = false
          sns     = { topicarn = data.aws_sns_topic.security_alerts.arn, rawjson = false, minimumpriority = var.falco_sns_minimum_priority }
        }
      }
    }
  })
}

data "aws_sns_topic" "security_alerts" {
  name = "${local.name}-security-alerts"
}

output "falco_topic" {
  description = "Topic that Falco's alerts go to, and from which priority on."
  value       = { topic = data.aws_sns_topic.security_alerts.arn, minimum_priority = var.falco_sns_minimum_priority, by = local.falcosidekick_name }
}
