mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARNs are known.
run "falcosidekick_publishes_to_one_topic" {
  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.falcosidekick.policy).Statement :
      contains([aws_sns_topic.security_alerts.arn, aws_kms_key.security_alerts.arn], statement.Resource)
    ])
    error_message = "The role must reach the topic and its key, and nothing else."
  }

  assert {
    condition     = aws_eks_pod_identity_association.falcosidekick.namespace == "falco" && aws_eks_pod_identity_association.falcosidekick.service_account == "falco-falcosidekick"
    error_message = "Falcosidekick must have an identity of its own, for its own service account."
  }
}
