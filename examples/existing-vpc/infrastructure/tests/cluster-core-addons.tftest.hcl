mock_provider "aws" {
  source = "./tests/mocks"
}

run "network_policies_are_enforced" {
  command = plan

  assert {
    condition     = jsondecode(aws_eks_addon.vpc_cni.configuration_values).enableNetworkPolicy == "true"
    error_message = "Without the setting the cluster takes every NetworkPolicy and enforces none."
  }

  assert {
    condition     = aws_eks_pod_identity_association.vpc_cni.service_account == "aws-node" && aws_eks_pod_identity_association.vpc_cni.namespace == "kube-system"
    error_message = "The VPC CNI must have an identity of its own."
  }
}

run "add_on_stays_at_its_version" {
  command = plan

  variables {
    addon_versions = { coredns = "v1.12.4-eksbuild.1" }
  }

  assert {
    condition     = aws_eks_addon.coredns.addon_version == "v1.12.4-eksbuild.1"
    error_message = "A version that is given must be used."
  }

  assert {
    condition     = aws_eks_addon.vpc_cni.addon_version == "v1.0.0-eksbuild.1"
    error_message = "An add-on that is not named takes the latest version."
  }
}

run "unknown_add_on_is_refused" {
  command = plan

  variables {
    addon_versions = { core-dns = "v1.12.4-eksbuild.1" }
  }

  expect_failures = [var.addon_versions]
}
