mock_provider "aws" {
  source = "./tests/mocks"
}

run "driver_has_an_identity_of_its_own" {
  command = plan

  assert {
    condition     = aws_eks_pod_identity_association.ebs_csi.service_account == "ebs-csi-controller-sa" && aws_iam_role_policy_attachment.ebs_csi.policy_arn == "arn:aws:iam::aws:policy/AmazonEBSCSIDriverPolicyV2"
    error_message = "The driver must have its own role, for its own service account."
  }
}

run "volumes_carry_the_tag_of_their_cluster" {
  command = plan

  variables {
    cluster_name = "harbor"
    tags         = { CostCenter = "42" }
  }

  assert {
    condition     = jsondecode(aws_eks_addon.ebs_csi.configuration_values).controller.extraVolumeTags == { CostCenter = "42", Cluster = "harbor", ManagedBy = "terraform" }
    error_message = "Volumes must carry the cluster's tags, or nobody finds those that were left behind."
  }
}
