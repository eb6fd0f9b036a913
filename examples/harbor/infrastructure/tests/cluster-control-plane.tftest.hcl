mock_provider "aws" {
  source = "./tests/mocks"
}

run "private_access_leaves_the_public_endpoint_off" {
  command = plan

  variables {
    cluster_endpoint_access       = "private"
    cluster_endpoint_public_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access
    error_message = "Private access must not have a public endpoint."
  }
}

run "public_access_without_ranges_is_refused" {
  command = plan

  variables {
    cluster_endpoint_access       = "public"
    cluster_endpoint_public_cidrs = []
  }

  expect_failures = [var.cluster_endpoint_public_cidrs]
}

run "public_access_for_everyone_is_refused" {
  command = plan

  variables {
    cluster_endpoint_access       = "public"
    cluster_endpoint_public_cidrs = ["0.0.0.0/0"]
  }

  expect_failures = [var.cluster_endpoint_public_cidrs]
}

run "public_access_for_half_of_everyone_is_refused" {
  command = plan

  variables {
    cluster_endpoint_access       = "public"
    cluster_endpoint_public_cidrs = ["0.0.0.0/1", "128.0.0.0/1"]
  }

  expect_failures = [var.cluster_endpoint_public_cidrs]
}

run "public_access_is_held_to_its_ranges" {
  command = plan

  variables {
    cluster_endpoint_access       = "public"
    cluster_endpoint_public_cidrs = ["203.0.113.0/24"]
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].public_access_cidrs == toset(["203.0.113.0/24"])
    error_message = "The public endpoint must be open to the ranges given and to nobody else."
  }

  assert {
    condition     = aws_eks_cluster.this.vpc_config[0].endpoint_private_access
    error_message = "Nodes go by the private endpoint even when there is a public one."
  }
}

# Applied, because only then the ARNs of the keys are known.
run "secrets_and_logs_are_encrypted" {
  assert {
    condition     = aws_eks_cluster.this.encryption_config[0].provider[0].key_arn == aws_kms_key.cluster_secrets.arn && contains(aws_eks_cluster.this.encryption_config[0].resources, "secrets")
    error_message = "Kubernetes Secrets must be encrypted with their own key."
  }

  assert {
    condition     = aws_cloudwatch_log_group.cluster.kms_key_id == aws_kms_key.cluster_logs.arn
    error_message = "The control plane's logs must be encrypted with their own key."
  }

  assert {
    condition     = aws_kms_key.cluster_secrets.enable_key_rotation && aws_kms_key.cluster_logs.enable_key_rotation
    error_message = "The keys must rotate."
  }

  assert {
    condition     = aws_cloudwatch_log_group.cluster.retention_in_days == var.log_retention_days && length(aws_eks_cluster.this.enabled_cluster_log_types) == 5
    error_message = "All five logs must be on, and kept for as long as log_retention_days says."
  }
}

run "creator_is_no_administrator" {
  command = plan

  assert {
    condition     = aws_eks_cluster.this.access_config[0].authentication_mode == "API" && !aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions
    error_message = "Access must come from access entries, and the creator must not be administrator by accident."
  }

  assert {
    condition     = aws_eks_cluster.this.upgrade_policy[0].support_type == "STANDARD"
    error_message = "Paid extended support must be asked for."
  }
}

run "services_inside_the_range_of_the_vpc_are_refused" {
  command = plan

  variables {
    service_cidr = "10.0.16.0/20"
  }

  expect_failures = [aws_eks_cluster.this]
}
