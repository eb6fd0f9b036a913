locals {
  # What other components see of Security Hub, whichever way it came about. It is looked up by nothing: it has this name in every account.
  security_hub_arn = "arn:${local.partition}:securityhub:${var.aws_region}:${local.account_id}:hub/default"
}

output "security_hub_arn" {
  description = "Security Hub that is switched on already: aws securityhub describe-hub says whether it is."
  value       = local.security_hub_arn
}
