mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_control_plane_reaches_gatekeeper_and_nobody_else_does" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.node_from_cluster_gatekeeper.from_port == 8443 && aws_vpc_security_group_ingress_rule.node_from_cluster_gatekeeper.cidr_ipv4 == null
    error_message = "The rule must open the webhook's port to the control plane's group, and to no range."
  }
}
