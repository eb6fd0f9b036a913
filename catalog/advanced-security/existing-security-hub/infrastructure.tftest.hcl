mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_hub_of_this_account_and_region_is_meant" {
  command = plan

  variables {
    aws_region = "eu-central-1"
  }

  assert {
    condition     = output.security_hub_arn == "arn:aws:securityhub:eu-central-1:111122223333:hub/default"
    error_message = "The hub must be the one of this account and region."
  }
}
