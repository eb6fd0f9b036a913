variable "smtp_host" {
  description = "Host name of the mail server that messages are sent by, such as email-smtp.eu-central-1.amazonaws.com for SES."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}$", var.smtp_host))
    error_message = "Write the host name of the mail server in lower case, without a port, such as email-smtp.eu-central-1.amazonaws.com."
  }
}

variable "smtp_port" {
  description = "Port of the mail server: 587 and 2587 start in plain text and turn to TLS, 465 is TLS from the first byte."
  type        = number
  default     = 587
  nullable    = false

  # AWS blocks 25 on the way out, and it need not be encrypted. The controllers speak TLS from the first byte on 465 alone, not on 2465.
  validation {
    condition     = contains([465, 587, 2587], var.smtp_port)
    error_message = "The port is 465, 587 or 2587."
  }
}

variable "smtp_sender" {
  description = "Address that messages come from; the mail server has to accept it as a sender, which for SES means that it is verified."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", var.smtp_sender))
    error_message = "Write an e-mail address, such as platform@example.com."
  }
}

variable "smtp_username" {
  description = "User name at the mail server; without one it is the sender's address."
  type        = string
  default     = null
}

variable "notification_recipients" {
  description = "Addresses that get a mail when a sync fails, an application is degraded or a rollout is aborted."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.notification_recipients) > 0 && alltrue([for address in var.notification_recipients : can(regex("^[^@ :]+@[^@ :]+\\.[^@ :]+$", address))])
    error_message = "Write at least one e-mail address, such as oncall@example.com."
  }
}

locals {
  email_notification_service = {
    "service.email" = yamlencode({
      host     = var.smtp_host
      port     = var.smtp_port
      from     = var.smtp_sender
      username = coalesce(var.smtp_username, var.smtp_sender)
      password = "$smtp-password"
    })
  }

  email_notification_recipients = [for address in var.notification_recipients : "email:${address}"]
  email_notification_secret     = { "smtp-password" = "${local.name}/platform/smtp" }
}

output "email_notifications" {
  description = "Events of applications that somebody gets a mail about, and who."
  value       = { for event in keys(local.argocd_events) : event => var.notification_recipients }
}
