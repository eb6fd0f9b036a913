variable "vpc_cidr" {
  description = "IPv4 range of the VPC, from /16 to /20; every subnet is cut from it."
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr))
    error_message = "Write the range as IPv4 in CIDR notation, such as 10.0.0.0/16."
  }

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], true)
    error_message = "Write the range by its first address, such as 10.0.0.0/16 instead of 10.0.7.0/16."
  }

  validation {
    condition     = try(contains(["16", "17", "18", "19", "20"], split("/", var.vpc_cidr)[1]), true)
    error_message = "The range has a size from /16 (65,536 addresses) to /20 (4,096 addresses): AWS allows no larger VPC, and the subnets would be too small in a smaller one."
  }
}

variable "zone_count" {
  description = "Availability zones to spread over: 3 survive the loss of one with two thirds of the capacity, 2 with half."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = contains([2, 3], var.zone_count)
    error_message = "Choose 2 or 3 zones."
  }
}

variable "nat_gateways" {
  description = "NAT gateways that lead the private subnets to the internet: one in each zone, or a single one that all zones share."
  type        = string
  default     = "one_per_zone"
  nullable    = false

  validation {
    condition     = contains(["one_per_zone", "single"], var.nat_gateways)
    error_message = "Write one_per_zone or single."
  }
}

locals {
  zone_keys = slice(["1", "2", "3"], 0, var.zone_count)
  zones     = { for index, key in local.zone_keys : key => data.aws_availability_zones.available.names[index] }

  # Three of the range's four quarters are private subnets, where the pods take their addresses. The last quarter holds the small
  # ones: slots 48-50 of 64 public, 52-54 intra, the rest is free. A third zone can be added later without moving a subnet.
  private_subnet_cidrs = { for index, key in local.zone_keys : key => cidrsubnet(var.vpc_cidr, 2, index) }
  public_subnet_cidrs  = { for index, key in local.zone_keys : key => cidrsubnet(var.vpc_cidr, 6, 48 + index) }
  intra_subnet_cidrs   = { for index, key in local.zone_keys : key => cidrsubnet(var.vpc_cidr, 6, 52 + index) }

  nat_keys = var.nat_gateways == "single" ? ["1"] : local.zone_keys

  # What other components see of the VPC, whichever way it came about. A private subnet is known by its association: whoever uses it
  # comes after its way out, and goes before it.
  vpc_id             = aws_vpc.this.id
  vpc_cidrs          = toset([var.vpc_cidr])
  public_subnet_ids  = { for key in local.zone_keys : key => aws_subnet.public[key].id }
  private_subnet_ids = { for key in local.zone_keys : key => aws_route_table_association.private[key].subnet_id }
  intra_subnet_ids   = { for key in local.zone_keys : key => aws_subnet.intra[key].id }
  route_table_ids    = concat([for key in local.zone_keys : aws_route_table.private[key].id], [aws_route_table.intra.id])
}

data "aws_availability_zones" "available" {
  # checkov:skip=CKV_AWS_394: zone_count takes the first of the list, and a zone that comes later is behind them.

  state = "available"

  # EKS cannot place its control plane in these three zones, and a Local Zone or an opt-in zone is none to spread over.
  exclude_zone_ids = ["use1-az3", "usw1-az2", "cac1-az3"]

  filter {
    name   = "opt-in-status"
    values = ["opt-in-not-required"]
  }

  lifecycle {
    postcondition {
      condition     = length(self.names) >= var.zone_count
      error_message = "${var.aws_region} has ${length(self.names)} zones for EKS and zone_count is ${var.zone_count}: choose 2 zones or another region."
    }
  }
}

resource "aws_vpc" "this" {
  # checkov:skip=CKV2_AWS_11: Flow logs are a component, and who leaves it out wants none.

  cidr_block = var.vpc_cidr

  # Private DNS of the interface endpoints and of the cluster's private endpoint needs both.
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = { Name = local.name }
}

# Without rules: whoever forgets to name a security group gets no traffic instead of all of it.
resource "aws_default_security_group" "this" {
  vpc_id  = aws_vpc.this.id
  ingress = []
  egress  = []

  tags = { Name = "${local.name}-default-unused" }
}

resource "aws_internet_gateway" "this" {
  vpc_id = aws_vpc.this.id

  tags = { Name = local.name }
}

# Public: load balancers that face the internet, and the NAT gateways. Nothing gets a public address by itself.
resource "aws_subnet" "public" {
  for_each = local.public_subnet_cidrs

  vpc_id                  = aws_vpc.this.id
  availability_zone       = local.zones[each.key]
  cidr_block              = each.value
  map_public_ip_on_launch = false

  tags = {
    Name                     = "${local.name}-public-${each.key}"
    "kubernetes.io/role/elb" = "1"
  }

  # A zone that AWS adds to the region must not move subnets that exist.
  lifecycle {
    ignore_changes = [availability_zone]
  }
}

# Private: nodes and pods, and internal load balancers.
resource "aws_subnet" "private" {
  for_each = local.private_subnet_cidrs

  vpc_id            = aws_vpc.this.id
  availability_zone = local.zones[each.key]
  cidr_block        = each.value

  tags = {
    Name                              = "${local.name}-private-${each.key}"
    "kubernetes.io/role/internal-elb" = "1"
  }

  lifecycle {
    ignore_changes = [availability_zone]
  }
}

# Intra: the control plane's network interfaces and the VPC endpoints. There is no way to the internet from here.
resource "aws_subnet" "intra" {
  for_each = local.intra_subnet_cidrs

  vpc_id            = aws_vpc.this.id
  availability_zone = local.zones[each.key]
  cidr_block        = each.value

  tags = { Name = "${local.name}-intra-${each.key}" }

  lifecycle {
    ignore_changes = [availability_zone]
  }
}

resource "aws_eip" "nat" {
  for_each = toset(local.nat_keys)

  domain = "vpc"

  tags = { Name = "${local.name}-nat-${each.key}" }

  depends_on = [aws_internet_gateway.this]
}

resource "aws_nat_gateway" "this" {
  for_each = toset(local.nat_keys)

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.public[each.key].id

  tags = { Name = "${local.name}-${each.key}" }

  # Its own way out, which has to last as long.
  depends_on = [aws_route.public, aws_route_table_association.public]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${local.name}-public" }
}

resource "aws_route" "public" {
  route_table_id         = aws_route_table.public.id
  destination_cidr_block = "0.0.0.0/0"
  gateway_id             = aws_internet_gateway.this.id
}

resource "aws_route_table_association" "public" {
  for_each = local.public_subnet_cidrs

  subnet_id      = aws_subnet.public[each.key].id
  route_table_id = aws_route_table.public.id
}

# One table for each zone even with a single NAT gateway: going from one gateway to three changes routes and nothing else.
resource "aws_route_table" "private" {
  for_each = local.private_subnet_cidrs

  vpc_id = aws_vpc.this.id

  tags = { Name = "${local.name}-private-${each.key}" }
}

resource "aws_route" "private" {
  for_each = local.private_subnet_cidrs

  route_table_id         = aws_route_table.private[each.key].id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.this[var.nat_gateways == "single" ? "1" : each.key].id
}

resource "aws_route_table_association" "private" {
  for_each = local.private_subnet_cidrs

  subnet_id      = aws_subnet.private[each.key].id
  route_table_id = aws_route_table.private[each.key].id

  # Nodes that are drained still report to EKS, so the way out is the last to go.
  depends_on = [aws_route.private]
}

resource "aws_route_table" "intra" {
  vpc_id = aws_vpc.this.id

  tags = { Name = "${local.name}-intra" }
}

resource "aws_route_table_association" "intra" {
  for_each = local.intra_subnet_cidrs

  subnet_id      = aws_subnet.intra[each.key].id
  route_table_id = aws_route_table.intra.id
}

output "vpc_id" {
  description = "The VPC that the cluster lives in."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets for load balancers that face the internet."
  value       = values(local.public_subnet_ids)
}

output "nat_public_addresses" {
  description = "Public addresses that the nodes and pods are seen with on the internet, for the allow lists of others."
  value       = [for key in local.nat_keys : aws_eip.nat[key].public_ip]
}
