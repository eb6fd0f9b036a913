# kubeseal asks for the certificate through the Kubernetes API, which passes the question on to the controller's pod.
resource "aws_vpc_security_group_ingress_rule" "node_from_cluster_sealed_secrets" {
  security_group_id            = aws_security_group.node.id
  description                  = "Kubernetes API to Sealed Secrets"
  referenced_security_group_id = aws_security_group.cluster.id
  ip_protocol                  = "tcp"
  from_port                    = 8080
  to_port                      = 8080

  tags = { Name = "${local.name}-node-from-cluster-sealed-secrets" }
}
