mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  vpc_cidr = "10.20.0.0/16"
}

run "nothing_is_open_by_default" {
  command = plan

  assert {
    condition     = length(aws_default_security_group.this.ingress) == 0 && length(aws_default_security_group.this.egress) == 0
    error_message = "The default security group must have no rules."
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.public : subnet.map_public_ip_on_launch == false])
    error_message = "Nothing may get a public address by being in a public subnet."
  }
}

run "subnets_are_cut_from_the_range" {
  command = plan

  assert {
    condition     = values(aws_subnet.private)[*].cidr_block == ["10.20.0.0/18", "10.20.64.0/18", "10.20.128.0/18"]
    error_message = "The private subnets take the first three quarters of the range."
  }

  assert {
    condition     = values(aws_subnet.public)[*].cidr_block == ["10.20.192.0/22", "10.20.196.0/22", "10.20.200.0/22"]
    error_message = "The public subnets take slots 48 to 50 of 64."
  }

  assert {
    condition     = values(aws_subnet.intra)[*].cidr_block == ["10.20.208.0/22", "10.20.212.0/22", "10.20.216.0/22"]
    error_message = "The intra subnets take slots 52 to 54 of 64."
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 3
    error_message = "By default each zone has a NAT gateway of its own."
  }
}

run "smallest_range_and_single_nat_gateway" {
  command = plan

  variables {
    vpc_cidr     = "10.20.16.0/20"
    zone_count   = 2
    nat_gateways = "single"
  }

  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_subnet.private) == 2
    error_message = "Two zones share the single NAT gateway."
  }

  assert {
    condition     = aws_subnet.intra["2"].cidr_block == "10.20.29.64/26"
    error_message = "A /20 leaves 64 addresses to each intra subnet."
  }
}

run "range_with_host_bits_is_refused" {
  command = plan

  variables {
    vpc_cidr = "10.20.7.0/16"
  }

  expect_failures = [var.vpc_cidr]
}

run "range_that_is_too_small_is_refused" {
  command = plan

  variables {
    vpc_cidr = "10.20.0.0/24"
  }

  expect_failures = [var.vpc_cidr]
}
