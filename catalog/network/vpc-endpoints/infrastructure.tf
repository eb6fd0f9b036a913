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
    error_message = "Leave s3 out: it goes into gateway_endpoints, where it costs nothing."
  }

  validation {
    condition     = length(distinct(var.interface_endpoints)) == length(var.interface_endpoints)
    error_message = "Name each service once."
  }
}

variable "gateway_endpoints" {
  description = "AWS services that are reached by a route instead of NAT, at no cost: s3, dynamodb or both; leave out what the VPC's route tables have already."
  type        = list(string)
  default     = ["s3"]
  nullable    = false

  validation {
    condition     = alltrue([for service in var.gateway_endpoints : contains(["s3", "dynamodb"], service)])
    error_message = "Write s3 or dynamodb: AWS has gateway endpoints for these two only."
  }

  validation {
    condition     = length(distinct(var.gateway_endpoints)) == length(var.gateway_endpoints)
    error_message = "Name each service once."
  }
}

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
