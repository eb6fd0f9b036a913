mock_provider "aws" {
  source = "./tests/mocks"
}

run "administrators_and_viewers_get_their_policies" {
  command = plan

  variables {
    cluster_admin_principal_arns  = ["arn:aws:iam::111122223333:role/platform-admin"]
    cluster_viewer_principal_arns = ["arn:aws:iam::111122223333:role/developer"]
  }

  assert {
    condition     = [for association in aws_eks_access_policy_association.admin : basename(association.policy_arn)] == ["AmazonEKSClusterAdminPolicy"]
    error_message = "Administrators administer the whole cluster."
  }

  assert {
    condition     = [for association in aws_eks_access_policy_association.viewer : basename(association.policy_arn)] == ["AmazonEKSViewPolicy"]
    error_message = "Viewers must get the policy that cannot read Secrets."
  }
}

run "cluster_without_administrator_is_refused" {
  command = plan

  variables {
    cluster_admin_principal_arns = []
  }

  expect_failures = [var.cluster_admin_principal_arns]
}

run "assumed_role_is_refused" {
  command = plan

  variables {
    cluster_admin_principal_arns = ["arn:aws:sts::111122223333:assumed-role/platform-admin/me"]
  }

  expect_failures = [var.cluster_admin_principal_arns]
}

run "principal_in_both_lists_is_refused" {
  command = plan

  variables {
    cluster_admin_principal_arns  = ["arn:aws:iam::111122223333:role/platform-admin"]
    cluster_viewer_principal_arns = ["arn:aws:iam::111122223333:role/platform-admin"]
  }

  expect_failures = [var.cluster_viewer_principal_arns]
}
