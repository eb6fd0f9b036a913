# Once per account and region. Standards are subscribed to one by one, so that each is asked for.
resource "aws_securityhub_account" "this" {
  enable_default_standards  = false
  auto_enable_controls      = true
  control_finding_generator = "SECURITY_CONTROL"
}

locals {
  # What other components see of Security Hub, whichever way it came about: with it in a name, they come after it.
  security_hub_arn = aws_securityhub_account.this.arn
}
