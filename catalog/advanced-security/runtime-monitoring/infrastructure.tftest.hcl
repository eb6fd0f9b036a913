mock_provider "aws" {
  source = "./tests/mocks"
}

run "guardduty_makes_nothing_that_would_stay" {
  command = plan

  assert {
    condition     = alltrue([for part in aws_guardduty_detector_feature.runtime_monitoring.additional_configuration : part.status == "DISABLED"])
    error_message = "GuardDuty must manage no agent: its endpoint and security group would keep the VPC from being deleted."
  }

  assert {
    condition     = aws_vpc_endpoint.guardduty.service_name == "com.amazonaws.${var.aws_region}.guardduty-data" && aws_vpc_endpoint.guardduty.private_dns_enabled
    error_message = "The agents find GuardDuty by the private name of an endpoint of our own."
  }

  assert {
    condition     = aws_eks_addon.guardduty_agent.addon_name == "aws-guardduty-agent"
    error_message = "The agent must be an add-on of our own."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.guardduty_from_nodes.from_port == 443 && aws_vpc_security_group_ingress_rule.guardduty_from_nodes.cidr_ipv4 == null
    error_message = "Only nodes may reach the endpoint."
  }
}
