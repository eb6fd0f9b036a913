# GuardDuty manages no agent here. What it would bring for that, a VPC endpoint and a security group, stands in no state, stays when the
# cluster goes, and then the VPC cannot be deleted. So endpoint, group and agent are ours, and go in order.
resource "aws_guardduty_detector_feature" "runtime_monitoring" {
  detector_id = local.guardduty_detector_id
  name        = "RUNTIME_MONITORING"
  status      = "ENABLED"

  additional_configuration {
    name   = "EKS_ADDON_MANAGEMENT"
    status = "DISABLED"
  }

  additional_configuration {
    name   = "ECS_FARGATE_AGENT_MANAGEMENT"
    status = "DISABLED"
  }

  additional_configuration {
    name   = "EC2_AGENT_MANAGEMENT"
    status = "DISABLED"
  }

  # AWS returns the three in an order of its own, which version 5 of the provider takes for a change, and makes the feature anew each time.
  lifecycle {
    ignore_changes = [additional_configuration]
  }
}

resource "aws_vpc_endpoint" "guardduty" {
  vpc_id              = local.vpc_id
  service_name        = "${data.aws_partition.current.reverse_dns_prefix}.${var.aws_region}.guardduty-data"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(local.intra_subnet_ids)
  security_group_ids  = [aws_security_group.guardduty.id]

  # Nobody else's account is told through this endpoint.
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "*"
      Resource  = "*"
      Condition = { StringEquals = { "aws:PrincipalAccount" = local.account_id } }
    }]
  })

  tags = { Name = "${local.name}-guardduty-data" }
}

resource "aws_security_group" "guardduty" {
  name        = "${local.name}-guardduty"
  description = "GuardDuty's endpoint of ${local.name}"
  vpc_id      = local.vpc_id

  tags = { Name = "${local.name}-guardduty" }
}

# The endpoint answers and never calls, so there is no rule for egress.
resource "aws_vpc_security_group_ingress_rule" "guardduty_from_nodes" {
  security_group_id            = aws_security_group.guardduty.id
  description                  = "Agents on the nodes"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443

  tags = { Name = "${local.name}-guardduty-from-nodes" }
}

resource "aws_eks_addon" "guardduty_agent" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "aws-guardduty-agent"
  addon_version               = lookup(var.addon_versions, "aws-guardduty-agent", data.aws_eks_addon_version.guardduty_agent.version)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  # It has to find the endpoint, and somebody who listens.
  depends_on = [
    aws_eks_node_group.this,
    aws_guardduty_detector_feature.runtime_monitoring,
    aws_vpc_endpoint.guardduty,
    aws_vpc_security_group_ingress_rule.guardduty_from_nodes,
  ]
}

data "aws_eks_addon_version" "guardduty_agent" {
  addon_name         = "aws-guardduty-agent"
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}
