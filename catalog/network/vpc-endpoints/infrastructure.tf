variable "interface_endpoints" {
  description = "AWS services that nodes and pods reach inside the VPC, by the last part of the endpoint's name, such as ecr.api; each costs by the hour in every zone."
  type        = list(string)
  default     = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"]
  nullable    = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)*$", service))])
    error_message = "Write a service by the end of its endpoint's name, such as ecr.api for com.amazonaws.eu-central-1.ecr.api."
  }

  validation {
    condition     = !contains(var.interface_endpoints, "s3")
    error_message = "Leave s3 out: S3 has a gateway endpoint here, which costs nothing."
  }

  validation {
    condition     = length(distinct(var.interface_endpoints)) == length(var.interface_endpoints)
    error_message = "Name each service once."
  }
}

# Image layers come from S3, so this free endpoint takes most of the traffic off the NAT gateways.
resource "aws_vpc_endpoint" "s3" {
  vpc_id            = local.vpc_id
  service_name      = "${data.aws_partition.current.reverse_dns_prefix}.${var.aws_region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = local.route_table_ids

  tags = { Name = "${local.name}-s3" }
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
  security_group_id = aws_security_group.endpoints.id
  description       = "HTTPS from the VPC"
  cidr_ipv4         = local.vpc_cidr
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = { Name = "${local.name}-endpoints-from-vpc" }
}
