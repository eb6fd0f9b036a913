mock_provider "aws" {
  source = "./tests/mocks"
}

run "kubeseal_gets_through_to_the_controller" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.node_from_cluster_sealed_secrets.from_port == 8080 && aws_vpc_security_group_ingress_rule.node_from_cluster_sealed_secrets.to_port == 8080
    error_message = "The control plane must reach the controller, and on its port alone."
  }
}
