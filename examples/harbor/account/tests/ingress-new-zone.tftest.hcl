mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_zone_keeps_records_of_others" {
  variables {
    domain_name = "example.org"
  }

  assert {
    condition     = aws_route53_zone.this.name == "example.org" && !aws_route53_zone.this.force_destroy
    error_message = "The zone must not be deleted together with records that others made in it."
  }

  assert {
    condition     = length(output.name_servers) == 4
    error_message = "The name servers must be known: the zone above needs them."
  }
}

run "a_domain_that_ends_in_a_dot_is_refused" {
  command = plan

  variables {
    domain_name = "example.org."
  }

  expect_failures = [var.domain_name]
}
