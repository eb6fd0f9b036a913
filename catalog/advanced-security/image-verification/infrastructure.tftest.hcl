mock_provider "aws" {
  source = "./tests/mocks"
}

run "kyverno_reads_images_and_changes_none" {
  command = plan

  assert {
    condition     = alltrue([for action in flatten([for statement in jsondecode(aws_iam_role_policy.kyverno.policy).Statement : statement.Action]) : can(regex("^ecr:(Get|Batch(Get|Check))", action))])
    error_message = "The role must read from ECR and do nothing else."
  }

  assert {
    condition     = aws_eks_pod_identity_association.kyverno.namespace == "kyverno" && aws_eks_pod_identity_association.kyverno.service_account == "kyverno-admission-controller"
    error_message = "The admission controller must have an identity of its own."
  }
}
