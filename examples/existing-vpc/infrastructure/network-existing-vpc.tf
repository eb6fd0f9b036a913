locals {
  existing_private_subnets = length(var.existing_private_subnet_ids) > 0 ? var.existing_private_subnet_ids : sort(data.aws_subnets.existing_private.ids)
  existing_public_subnets  = length(var.existing_public_subnet_ids) > 0 ? var.existing_public_subnet_ids : sort(data.aws_subnets.existing_public.ids)
  existing_intra_subnets   = length(var.existing_intra_subnet_ids) > 0 ? var.existing_intra_subnet_ids : local.existing_private_subnets

  # What other components see of the VPC, whichever way it came about. The keys count the subnets.
  vpc_id             = data.aws_vpc.existing.id
  vpc_cidrs          = toset([for range in data.aws_vpc.existing.cidr_block_associations : range.cidr_block if range.state == "associated"])
  public_subnet_ids  = { for index, id in local.existing_public_subnets : tostring(index + 1) => id }
  private_subnet_ids = { for index, id in local.existing_private_subnets : tostring(index + 1) => id }
  intra_subnet_ids   = { for index, id in local.existing_intra_subnets : tostring(index + 1) => id }
  route_table_ids    = data.aws_route_tables.existing.ids
}

data "aws_vpc" "existing" {
  id = var.existing_vpc_id

  lifecycle {
    postcondition {
      condition     = self.enable_dns_support && self.enable_dns_hostnames
      error_message = "${var.existing_vpc_id} must have DNS support and DNS host names on: nodes find the private endpoint of the cluster by name."
    }
  }
}

data "aws_subnets" "existing_private" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.existing.id]
  }

  tags = var.existing_private_subnet_tags

  lifecycle {
    postcondition {
      condition     = length(var.existing_private_subnet_ids) > 0 || length(self.ids) >= 2
      error_message = "${length(self.ids)} subnets of ${var.existing_vpc_id} have the tags in existing_private_subnet_tags and at least two are needed: tag them, or name them in existing_private_subnet_ids."
    }
  }
}

data "aws_subnets" "existing_public" {
  filter {
    name   = "vpc-id"
    values = [data.aws_vpc.existing.id]
  }

  tags = { "kubernetes.io/role/elb" = "1" }
}

# A subnet of another VPC, or in a zone that EKS does not take, would fail only when the cluster is made, many minutes in.
data "aws_subnet" "existing" {
  for_each = toset(concat(local.existing_private_subnets, local.existing_intra_subnets, local.existing_public_subnets))

  id = each.key

  lifecycle {
    postcondition {
      condition     = self.vpc_id == var.existing_vpc_id
      error_message = "${each.key} belongs to ${self.vpc_id} and not to ${var.existing_vpc_id}."
    }

    postcondition {
      condition     = !contains(local.existing_intra_subnets, each.key) || !contains(["use1-az3", "usw1-az2", "cac1-az3"], self.availability_zone_id)
      error_message = "${each.key} is in ${self.availability_zone_id}, where EKS cannot place the control plane's network interfaces: name subnets in other zones in existing_intra_subnet_ids."
    }
  }
}

# Only the tables that serve our subnets: a gateway endpoint must not appear in the routes of the VPC's other tenants.
data "aws_route_tables" "existing" {
  vpc_id = data.aws_vpc.existing.id

  filter {
    name   = "association.subnet-id"
    values = distinct(concat(local.existing_private_subnets, local.existing_intra_subnets))
  }
}
