# The Kubernetes API shows Gatekeeper what it is about to take in, at a port of Gatekeeper's own.
resource "aws_vpc_security_group_ingress_rule" "node_from_cluster_gatekeeper" {
  security_group_id            = aws_security_group.node.id
  description                  = "Kubernetes API to Gatekeeper"
  referenced_security_group_id = aws_security_group.cluster.id
  ip_protocol                  = "tcp"
  from_port                    = 8443
  to_port                      = 8443

  tags = { Name = "${local.name}-node-from-cluster-gatekeeper" }
}
