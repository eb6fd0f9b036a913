mock_provider "aws" {
  source = "./tests/mocks"
}

run "named_subnets_are_used" {
  command = plan

  variables {
    existing_private_subnet_ids = ["subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
    existing_intra_subnet_ids   = ["subnet-0123456789abcdef3", "subnet-0123456789abcdef4"]
  }

  assert {
    condition     = local.private_subnet_ids == { "1" = "subnet-0123456789abcdef1", "2" = "subnet-0123456789abcdef2" }
    error_message = "Nodes go to the private subnets that are named."
  }

  assert {
    condition     = local.intra_subnet_ids == { "1" = "subnet-0123456789abcdef3", "2" = "subnet-0123456789abcdef4" }
    error_message = "The control plane's network interfaces go to the intra subnets that are named."
  }
}

run "subnets_of_the_nodes_serve_where_no_intra_subnet_is_named" {
  command = plan

  assert {
    condition     = local.intra_subnet_ids == local.private_subnet_ids
    error_message = "Without intra subnets those of the nodes are used."
  }
}

run "subnet_of_another_vpc_is_refused" {
  command = plan

  variables {
    existing_vpc_id = "vpc-0fedcba9876543210"
  }

  expect_failures = [data.aws_subnet.existing]
}

run "every_range_of_the_vpc_counts" {
  command = plan

  assert {
    condition     = local.vpc_cidrs == toset(["10.0.0.0/16", "100.64.0.0/16"])
    error_message = "Secondary ranges belong to the VPC, and ranges that it has given back do not."
  }
}

run "services_inside_a_secondary_range_are_refused" {
  command = plan

  variables {
    service_cidr = "10.96.0.0/16"
  }

  override_data {
    target = data.aws_vpc.existing
    values = {
      id                   = "vpc-0123456789abcdef0"
      enable_dns_support   = true
      enable_dns_hostnames = true

      cidr_block_associations = [
        { association_id = "vpc-cidr-assoc-0123456789abcdef0", cidr_block = "10.0.0.0/16", state = "associated" },
        { association_id = "vpc-cidr-assoc-0123456789abcdef1", cidr_block = "10.96.0.0/16", state = "associated" },
      ]
    }
  }

  expect_failures = [aws_eks_cluster.this]
}

run "subnets_in_one_zone_are_refused" {
  command = plan

  override_data {
    target = data.aws_subnet.existing
    values = { vpc_id = "vpc-0123456789abcdef0", availability_zone = "us-east-1a", availability_zone_id = "use1-az1" }
  }

  expect_failures = [output.vpc_id]
}

run "zone_that_eks_does_not_take_is_refused" {
  command = plan

  override_data {
    target = data.aws_subnet.existing["subnet-0123456789abcdef2"]
    values = { vpc_id = "vpc-0123456789abcdef0", availability_zone = "us-east-1e", availability_zone_id = "use1-az3" }
  }

  expect_failures = [data.aws_subnet.existing]
}

run "single_subnet_is_refused" {
  command = plan

  variables {
    existing_private_subnet_ids = ["subnet-0123456789abcdef1"]
  }

  expect_failures = [var.existing_private_subnet_ids]
}
