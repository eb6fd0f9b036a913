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
