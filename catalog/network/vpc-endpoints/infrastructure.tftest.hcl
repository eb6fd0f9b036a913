mock_provider "aws" {
  source = "./tests/mocks"
}

run "endpoints_answer_the_vpc_only" {
  command = plan

  assert {
    condition     = toset([for rule in aws_vpc_security_group_ingress_rule.endpoints_from_vpc : rule.cidr_ipv4]) == local.vpc_cidrs
    error_message = "Only the VPC may reach the endpoints."
  }

  assert {
    condition     = alltrue([for endpoint in aws_vpc_endpoint.interface : endpoint.private_dns_enabled])
    error_message = "Without private DNS nobody would find the endpoints."
  }
}

run "gateway_endpoint_stays_without_interface_endpoints" {
  command = plan

  variables {
    interface_endpoints = []
  }

  assert {
    condition     = length(aws_vpc_endpoint.interface) == 0 && aws_vpc_endpoint.gateway["s3"].service_name == "com.amazonaws.${var.aws_region}.s3"
    error_message = "The endpoint for S3 does not depend on the list."
  }
}

run "gateway_endpoints_can_be_left_to_the_vpc" {
  command = plan

  variables {
    gateway_endpoints = []
  }

  assert {
    condition     = length(aws_vpc_endpoint.gateway) == 0
    error_message = "Nobody has to take a gateway endpoint that the VPC has already."
  }
}

run "service_without_a_gateway_is_refused" {
  command = plan

  variables {
    gateway_endpoints = ["ecr.api"]
  }

  expect_failures = [var.gateway_endpoints]
}

run "s3_in_the_list_is_refused" {
  command = plan

  variables {
    interface_endpoints = ["s3"]
  }

  expect_failures = [var.interface_endpoints]
}
