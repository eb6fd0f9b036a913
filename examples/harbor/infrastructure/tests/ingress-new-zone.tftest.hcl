mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_zone_of_the_account_is_found_by_the_domain" {
  command = plan

  variables {
    domain_name = "example.org"
  }

  assert {
    condition     = data.aws_route53_zone.this.name == "example.org" && !data.aws_route53_zone.this.private_zone
    error_message = "The public zone of the domain must be taken, not a private one of the same name."
  }
}
