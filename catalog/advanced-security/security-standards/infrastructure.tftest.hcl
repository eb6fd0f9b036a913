mock_provider "aws" {
  source = "./tests/mocks"
}

run "each_standard_of_the_list_is_subscribed_to" {
  command = plan

  variables {
    aws_region             = "eu-central-1"
    security_hub_standards = ["aws-foundational-security-best-practices/v/1.0.0", "cis-aws-foundations-benchmark/v/3.0.0"]
  }

  assert {
    condition     = toset([for subscription in aws_securityhub_standards_subscription.this : subscription.standards_arn]) == toset(["arn:aws:securityhub:eu-central-1::standards/aws-foundational-security-best-practices/v/1.0.0", "arn:aws:securityhub:eu-central-1::standards/cis-aws-foundations-benchmark/v/3.0.0"])
    error_message = "The standards must be those of the list, in this region."
  }
}

run "a_whole_arn_is_refused" {
  command = plan

  variables {
    security_hub_standards = ["arn:aws:securityhub:eu-central-1::standards/nist-800-53/v/5.0.0"]
  }

  expect_failures = [var.security_hub_standards]
}

run "no_standard_at_all_is_refused" {
  command = plan

  variables {
    security_hub_standards = []
  }

  expect_failures = [var.security_hub_standards]
}
