mock_provider "aws" {
  source = "./tests/mocks"
}

run "nothing_is_subscribed_unasked" {
  command = plan

  assert {
    condition     = !aws_securityhub_account.this.enable_default_standards && aws_securityhub_account.this.control_finding_generator == "SECURITY_CONTROL"
    error_message = "Standards must be asked for, and a control must be found once and not once for each standard."
  }
}
