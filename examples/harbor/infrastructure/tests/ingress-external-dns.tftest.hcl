mock_provider "aws" {
  source = "./tests/mocks"
}

run "records_are_written_into_this_zone_alone" {
  command = plan

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.external_dns.policy).Statement :
      statement.Resource == "arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ" || statement.Action == "route53:ListHostedZones"
    ])
    error_message = "The role must reach the platform's zone and no other."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.external_dns.policy).Statement :
      !contains(statement.Condition["ForAllValues:StringEquals"]["route53:ChangeResourceRecordSetsRecordTypes"], "NS")
      if statement.Action == "route53:ChangeResourceRecordSets"
    ])
    error_message = "The role must not change delegations."
  }
}
