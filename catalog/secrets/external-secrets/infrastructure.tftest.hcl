mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "controller_reads_the_platforms_secrets_alone" {
  variables {
    cluster_name = "harbor"
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.external_secrets.policy).Statement :
      contains(["arn:aws:secretsmanager:us-east-1:111122223333:secret:harbor/platform/*", aws_kms_key.platform_secrets.arn], statement.Resource)
    ])
    error_message = "The role must reach the secrets below the platform's prefix and their key, and nothing else."
  }

  assert {
    condition     = aws_eks_pod_identity_association.external_secrets.namespace == "external-secrets" && aws_eks_pod_identity_association.external_secrets.service_account == "external-secrets"
    error_message = "The controller must have an identity of its own, for its own service account."
  }

  assert {
    condition     = aws_kms_key.platform_secrets.enable_key_rotation
    error_message = "The key must rotate."
  }
}
