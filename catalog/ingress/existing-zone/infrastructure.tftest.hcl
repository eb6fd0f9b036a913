mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_zone_is_found_by_the_domain" {
  command = plan

  variables {
    domain_name = "example.org"
  }

  assert {
    condition     = data.aws_route53_zone.existing.name == "example.org" && !data.aws_route53_zone.existing.private_zone
    error_message = "The public zone of the domain must be taken, not a private one of the same name."
  }
}

run "a_domain_without_a_dot_is_refused" {
  command = plan

  variables {
    domain_name = "localhost"
  }

  expect_failures = [var.domain_name]
}
