variable "security_hub_standards" {
  description = "Standards that Security Hub holds the account to, by the end of their ARN, such as aws-foundational-security-best-practices/v/1.0.0; aws securityhub describe-standards lists them."
  type        = list(string)
  default     = ["aws-foundational-security-best-practices/v/1.0.0"]
  nullable    = false

  validation {
    condition     = length(var.security_hub_standards) > 0
    error_message = "Name at least one standard: without any, Security Hub checks nothing."
  }

  validation {
    condition     = alltrue([for standard in var.security_hub_standards : can(regex("^[a-z0-9-]+/v/[0-9]+\\.[0-9]+\\.[0-9]+$", standard))])
    error_message = "Write a standard by the end of its ARN, after standards/, such as cis-aws-foundations-benchmark/v/3.0.0."
  }

  validation {
    condition     = length(distinct(var.security_hub_standards)) == length(var.security_hub_standards)
    error_message = "Name each standard once."
  }
}

locals {
  # Like hub/default, a name below Security Hub, but of no account: standards are the same for all.
  security_standard_arns = { for standard in var.security_hub_standards : standard => "arn:${local.partition}:securityhub:${var.aws_region}::standards/${standard}" }
}

resource "aws_securityhub_standards_subscription" "this" {
  for_each = local.security_standard_arns

  standards_arn = each.value

  lifecycle {
    precondition {
      condition     = endswith(local.security_hub_arn, ":hub/default")
      error_message = "Security Hub is not switched on in this account and region."
    }
  }
}
