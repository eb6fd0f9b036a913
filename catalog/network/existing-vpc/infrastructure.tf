variable "existing_vpc_id" {
  description = "Identifier of the VPC to use, such as vpc-0a1b2c3d4e5f60718; its DNS support and DNS host names must be on."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^vpc-[0-9a-f]{8,17}$", var.existing_vpc_id))
    error_message = "Write the VPC by its identifier: vpc- and 8 to 17 hexadecimal digits, such as vpc-0a1b2c3d4e5f60718."
  }
}

variable "existing_private_subnet_ids" {
  description = "Subnets for nodes and pods, one in each of two or three zones; leave it empty to find them by their tags."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.existing_private_subnet_ids : can(regex("^subnet-[0-9a-f]{8,17}$", id))])
    error_message = "Write each subnet by its identifier: subnet- and 8 to 17 hexadecimal digits, such as subnet-0a1b2c3d4e5f60718."
  }

  validation {
    condition     = length(distinct(var.existing_private_subnet_ids)) == length(var.existing_private_subnet_ids)
    error_message = "Name each subnet once."
  }

  validation {
    condition     = length(var.existing_private_subnet_ids) != 1
    error_message = "EKS needs subnets in at least two zones: name two or three, or none to find them by their tags."
  }
}

variable "existing_private_subnet_tags" {
  description = "Tags by which the subnets for nodes and pods are found when none is named."
  type        = map(string)
  default     = { "kubernetes.io/role/internal-elb" = "1" }
  nullable    = false

  validation {
    condition     = length(var.existing_private_subnet_tags) > 0
    error_message = "Give at least one tag: without any, every subnet of the VPC would be taken."
  }
}

variable "existing_intra_subnet_ids" {
  description = "Subnets for the control plane's network interfaces and the VPC endpoints, one in each of two or three zones; leave it empty to use those of the nodes."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.existing_intra_subnet_ids : can(regex("^subnet-[0-9a-f]{8,17}$", id))])
    error_message = "Write each subnet by its identifier: subnet- and 8 to 17 hexadecimal digits, such as subnet-0a1b2c3d4e5f60718."
  }

  validation {
    condition     = length(distinct(var.existing_intra_subnet_ids)) == length(var.existing_intra_subnet_ids)
    error_message = "Name each subnet once."
  }

  validation {
    condition     = length(var.existing_intra_subnet_ids) != 1
    error_message = "EKS needs subnets in at least two zones: name two or three, or none to use those of the nodes."
  }
}

variable "existing_public_subnet_ids" {
  description = "Subnets for load balancers that face the internet; leave it empty to find them by the tag kubernetes.io/role/elb."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for id in var.existing_public_subnet_ids : can(regex("^subnet-[0-9a-f]{8,17}$", id))])
    error_message = "Write each subnet by its identifier: subnet- and 8 to 17 hexadecimal digits, such as subnet-0a1b2c3d4e5f60718."
  }

  validation {
    condition     = length(distinct(var.existing_public_subnet_ids)) == length(var.existing_public_subnet_ids)
    error_message = "Name each subnet once."
  }
}

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

output "vpc_id" {
  description = "The VPC that the cluster lives in."
  value       = data.aws_vpc.existing.id

  precondition {
    condition     = length(distinct([for id in local.existing_private_subnets : data.aws_subnet.existing[id].availability_zone])) >= 2
    error_message = "The private subnets are all in one zone and EKS needs two: name others in existing_private_subnet_ids."
  }

  # An interface endpoint takes one subnet in each zone.
  precondition {
    condition     = length(distinct([for id in local.existing_intra_subnets : data.aws_subnet.existing[id].availability_zone])) == length(local.existing_intra_subnets)
    error_message = "Two of the subnets for the control plane and the endpoints are in the same zone: name one in each zone in existing_intra_subnet_ids."
  }
}

output "public_subnet_ids" {
  description = "Subnets for load balancers that face the internet."
  value       = values(local.public_subnet_ids)
}
