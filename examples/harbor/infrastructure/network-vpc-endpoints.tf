# Image layers come from S3, so its free endpoint takes most of the traffic off the NAT gateways.
resource "aws_vpc_endpoint" "gateway" {
  for_each = toset(var.gateway_endpoints)

  vpc_id            = local.vpc_id
  service_name      = "${data.aws_partition.current.reverse_dns_prefix}.${var.aws_region}.${each.key}"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = local.route_table_ids

  tags = { Name = "${local.name}-${each.key}" }

  # An endpoint that is in no route table serves nobody, and says so nowhere.
  lifecycle {
    precondition {
      condition     = length(local.route_table_ids) > 0
      error_message = "No route table is associated with the subnets, which use the main one of the VPC: give them tables of their own, or empty gateway_endpoints."
    }
  }
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(var.interface_endpoints)

  vpc_id              = local.vpc_id
  service_name        = "${data.aws_partition.current.reverse_dns_prefix}.${var.aws_region}.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = values(local.intra_subnet_ids)
  security_group_ids  = [aws_security_group.endpoints.id]

  tags = { Name = "${local.name}-${each.key}" }
}

resource "aws_security_group" "endpoints" {
  name        = "${local.name}-endpoints"
  description = "Interface endpoints of ${local.name}"
  vpc_id      = local.vpc_id

  tags = { Name = "${local.name}-endpoints" }
}

# Endpoints answer and never call, so there is no rule for egress.
resource "aws_vpc_security_group_ingress_rule" "endpoints_from_vpc" {
  for_each = local.vpc_cidrs

  security_group_id = aws_security_group.endpoints.id
  description       = "HTTPS from the VPC"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = { Name = "${local.name}-endpoints-from-vpc" }
}
