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

run "single_subnet_is_refused" {
  command = plan

  variables {
    existing_private_subnet_ids = ["subnet-0123456789abcdef1"]
  }

  expect_failures = [var.existing_private_subnet_ids]
}
