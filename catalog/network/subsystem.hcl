subsystem "network" {
  title   = "Network"
  summary = "A VPC over two or three zones, with a way out for the nodes and no way in that nobody asked for."
  icon    = "network"
  hue     = 1
}

component "new-vpc" {
  title   = "New VPC"
  summary = "A VPC of its own: public, private and intra subnets in each zone, cut from one range."
  include = "always"
}

component "existing-vpc" {
  title   = "Existing VPC"
  summary = "The cluster moves into subnets that are there; what the VPC has stays as it is, and what is switched on is added."
}

choice "vpc" {
  title   = "VPC"
  summary = "Where the cluster lives."
  members = ["new-vpc", "existing-vpc"]
  default = "new-vpc"
}

component "vpc-endpoints" {
  title   = "VPC endpoints"
  summary = "Images, credentials and logs go to AWS without leaving the VPC."
  include = "default"
}

component "flow-logs" {
  title   = "Flow logs"
  summary = "Who talked to whom, in an encrypted log group."
  include = "default"
}

# --- Picture

node "internet" {
  component = "new-vpc"
  kind      = "leaf"
  icon      = "internet"
  label     = "Internet"
  detail    = "registries and public APIs"
}

node "vpc" {
  component  = "new-vpc"
  place      = "region"
  kind       = "container"
  icon       = "network"
  label      = "VPC ${var.vpc_cidr}"
  detail     = "${var.zone_count} zones"
  stands_for = ["aws_vpc.this", "aws_default_security_group.this"]
}

node "existing-vpc" {
  component  = "existing-vpc"
  place      = "region"
  kind       = "container"
  icon       = "network"
  label      = "Existing VPC"
  detail     = var.existing_vpc_id
  stands_for = ["data.aws_vpc.existing"]
}

node "existing-subnets" {
  component  = "existing-vpc"
  place      = "existing-vpc"
  icon       = "subnet"
  label      = "Existing subnets"
  detail     = length(var.existing_private_subnet_ids) > 0 ? join(", ", var.existing_private_subnet_ids) : "found by tag at plan"
  stands_for = ["data.aws_subnets.existing_private"]
}

node "internet-gateway" {
  component  = "new-vpc"
  place      = "vpc"
  icon       = "gateway"
  label      = "Internet gateway"
  stands_for = ["aws_internet_gateway.this"]
}

node "zone" {
  component  = "new-vpc"
  for_each   = local.private_subnet_cidrs
  place      = "vpc"
  kind       = "container"
  icon       = "zone"
  label      = "Zone ${each.key}"
  detail     = "named at plan time"
  stands_for = ["data.aws_availability_zones.available"]
}

node "public-subnet" {
  component  = "new-vpc"
  for_each   = local.public_subnet_cidrs
  place      = "zone[${each.key}]"
  icon       = "subnet"
  label      = "Public subnet"
  detail     = each.value
  stands_for = ["aws_subnet.public"]
}

node "nat-gateway" {
  component  = "new-vpc"
  for_each   = toset(local.nat_keys)
  place      = "zone[${each.key}]"
  icon       = "gateway"
  label      = "NAT gateway"
  detail     = var.nat_gateways == "single" ? "public subnet, all zones" : "in the public subnet"
  stands_for = ["aws_nat_gateway.this", "aws_eip.nat"]
}

node "private-subnet" {
  component  = "new-vpc"
  for_each   = local.private_subnet_cidrs
  place      = "zone[${each.key}]"
  icon       = "subnet"
  label      = "Private subnet"
  detail     = each.value
  stands_for = ["aws_subnet.private"]
}

node "intra-subnet" {
  component  = "new-vpc"
  for_each   = local.intra_subnet_cidrs
  place      = "zone[${each.key}]"
  icon       = "subnet"
  label      = "Intra subnet"
  detail     = each.value
  stands_for = ["aws_subnet.intra"]
}

node "endpoints" {
  component  = "vpc-endpoints"
  place      = chosen["new-vpc"] ? "vpc" : "existing-vpc"
  icon       = "endpoint"
  label      = "VPC endpoints"
  detail     = length(var.interface_endpoints) > 0 ? "${length(var.gateway_endpoints)} gateway, ${length(var.interface_endpoints)} interface" : "${length(var.gateway_endpoints)} gateway"
  stands_for = ["aws_vpc_endpoint.gateway", "aws_vpc_endpoint.interface"]
}

node "flow-logs" {
  component  = "flow-logs"
  place      = "region"
  icon       = "log"
  label      = "Flow logs"
  detail     = "${var.log_retention_days} days, own key"
  stands_for = ["aws_flow_log.this", "aws_cloudwatch_log_group.flow_logs", "aws_kms_key.flow_logs"]
}

edge "private-to-nat" {
  component = "new-vpc"
  for_each  = local.private_subnet_cidrs
  from      = "private-subnet[${each.key}]"
  to        = "nat-gateway[${var.nat_gateways == "single" ? "1" : each.key}]"
  label     = "outbound"
  says = "What is in the private subnet reaches the internet by the NAT gateway."
  kind      = "traffic"
}

edge "nat-to-internet-gateway" {
  component = "new-vpc"
  for_each  = toset(local.nat_keys)
  from      = "nat-gateway[${each.key}]"
  to        = "internet-gateway"
  label     = "outbound"
  says = "The NAT gateway reaches the internet by the internet gateway."
  kind      = "traffic"
}

edge "internet-gateway-to-internet" {
  component = "new-vpc"
  from      = "internet-gateway"
  to        = "internet"
  label     = "outbound"
  says = "The internet gateway leads to the internet."
  kind      = "traffic"
}

edge "control-plane-to-intra-subnet" {
  component = "new-vpc"
  for_each  = local.intra_subnet_cidrs
  from      = "control-plane"
  to        = "intra-subnet[${each.key}]"
  label     = "interface"
  says = "The control plane has a network interface in the intra subnet."
  kind      = "control"
}

edge "control-plane-to-existing-subnets" {
  component = "existing-vpc"
  from      = "control-plane"
  to        = "existing-subnets"
  label     = "interfaces"
  says = "The control plane has network interfaces in the subnets."
  kind      = "control"
}

edge "vpc-to-flow-logs" {
  component = "flow-logs"
  from      = chosen["new-vpc"] ? "vpc" : "existing-vpc"
  to        = "flow-logs"
  label     = var.flow_logs_traffic == "ALL" ? "all traffic" : lower("${var.flow_logs_traffic}ed")
  says = "The VPC's flow logs record ${var.flow_logs_traffic == "ALL" ? "all traffic" : "traffic that is ${lower(var.flow_logs_traffic)}ed"}."
  kind      = "data"
}

plumbing {
  addresses = [
    "aws_iam_role.flow_logs",
    "aws_iam_role_policy.flow_logs",
    "aws_kms_alias.flow_logs",
    "aws_route.private",
    "aws_route.public",
    "aws_route_table.intra",
    "aws_route_table.private",
    "aws_route_table.public",
    "aws_route_table_association.intra",
    "aws_route_table_association.private",
    "aws_route_table_association.public",
    "aws_security_group.endpoints",
    "aws_vpc_security_group_ingress_rule.endpoints_from_vpc",
  ]
}

# --- Findings

finding "single-nat-gateway" {
  component = "new-vpc"
  when      = var.nat_gateways == "single"
  severity  = "warning"
  says      = "All zones share one NAT gateway: when its zone fails, no node reaches the internet, and traffic from the other zones pays for the crossing."
  remedy    = "For production take one in each zone, about ${format("$%.0f", (var.zone_count - 1) * (price.nat_gateway_hour + price.public_ipv4_hour) * price.hours_per_month)} more a month."
  field     = "nat_gateways"
  set       = { nat_gateways = "one_per_zone" }
}

finding "two-zones" {
  component = "new-vpc"
  when      = var.zone_count == 2
  severity  = "note"
  says      = "With two zones the loss of one takes half of the nodes, and software that needs a majority of three cannot be spread."
  remedy    = "For production choose three. A third zone can be added later for nodes, whose groups are replaced, new nodes first; the control plane's network interfaces stay in the first two for as long as the cluster lives."
  field     = "zone_count"
  set       = { zone_count = 3 }
}

finding "vpc-range-not-private" {
  component = "new-vpc"
  when      = !can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\.)", var.vpc_cidr))
  severity  = "warning"
  says      = "${var.vpc_cidr} is a public range: hosts on the internet that own these addresses cannot be reached from the VPC."
  remedy    = "Take a range from 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10."
  field     = "vpc_cidr"
}

finding "no-flow-logs" {
  component = "new-vpc"
  when      = !chosen["flow-logs"]
  severity  = "note"
  says      = "Nothing records the VPC's traffic: after an incident nobody can say who talked to whom."
  remedy    = "Switch Flow logs on."
  switch = ["flow-logs"]
}

finding "existing-subnets-are-not-tagged" {
  component = "existing-vpc"
  when      = true
  severity  = "note"
  says      = "The subnets of an existing VPC are left as they are, untagged, and load balancers find theirs by tag."
  remedy    = "See that internal subnets have the tag kubernetes.io/role/internal-elb = 1 and public ones kubernetes.io/role/elb = 1, and that the private ones lead to the internet or to the endpoints that the nodes need."
  field     = "existing_private_subnet_tags"
}

finding "existing-vpc-may-have-endpoints" {
  component = "vpc-endpoints"
  when      = chosen["existing-vpc"]
  severity  = "warning"
  says      = "Endpoints are added to what the existing VPC has: gateway endpoints put routes into the subnets' route tables, interface endpoints change what the whole VPC resolves, and creating what it has already fails."
  remedy    = "Agree on it with the VPC's owners, take off interface_endpoints and gateway_endpoints what is there, or switch VPC endpoints off."
  field     = "interface_endpoints"
}

finding "interface-endpoints-cost" {
  component = "vpc-endpoints"
  when      = length(var.interface_endpoints) > 0
  severity  = "note"
  says      = "Interface endpoints cost by the hour in every zone, used or not: ${length(var.interface_endpoints)} of them about ${format("$%.0f", length(var.interface_endpoints) * (chosen["new-vpc"] ? var.zone_count : 2) * price.interface_endpoint_zone_hour * price.hours_per_month)} a month."
  remedy    = "Where the NAT gateways may carry this traffic, empty the list: gateway endpoints stay and cost nothing."
  field     = "interface_endpoints"
  set       = { interface_endpoints = [] }
}

# --- Before the first apply

prepare "quota" {
  component = "new-vpc"
  says      = "Quota in ${var.aws_region} for one VPC and ${length(local.nat_keys)} elastic IPs, which the NAT gateways take: an account starts with five of each, and whatever runs there counts."
}

prepare "existing-vpc" {
  component = "existing-vpc"
  says      = "The VPC ${var.existing_vpc_id}, with DNS support and DNS host names on, private subnets in at least two zones that have a way out, and the tags by which load balancers find their subnets: docs/network.md lists all of it."
}

# --- Costs

cost "nat-gateways" {
  component = "new-vpc"
  monthly   = length(local.nat_keys) * (price.nat_gateway_hour + price.public_ipv4_hour) * price.hours_per_month
  says      = "${length(local.nat_keys) == 1 ? "One NAT gateway with its public address" : "${length(local.nat_keys)} NAT gateways with their public addresses"}; each GB through them comes on top."
}

cost "interface-endpoints" {
  component = "vpc-endpoints"
  monthly   = length(var.interface_endpoints) * (chosen["new-vpc"] ? var.zone_count : 2) * price.interface_endpoint_zone_hour * price.hours_per_month
  says      = "${length(var.interface_endpoints)} interface endpoints in ${chosen["new-vpc"] ? var.zone_count : "at least 2"} zones; each GB through them comes on top."
}

cost "flow-logs" {
  component = "flow-logs"
  monthly   = price.kms_key_month
  says      = "The key of the flow logs; each GB of logs comes on top."
}

# --- Fields

field "vpc_cidr" {
  shows = {
    "Private subnets" = join(", ", values(local.private_subnet_cidrs))
    "Public subnets"  = join(", ", values(local.public_subnet_cidrs))
    "Intra subnets"   = join(", ", values(local.intra_subnet_cidrs))
  }
}

field "interface_endpoints.*" {
  suggests = {
    "autoscaling"          = "EC2 Auto Scaling"
    "ec2"                  = "Amazon EC2"
    "ecr.api"              = "ECR, for the addresses of images"
    "ecr.dkr"              = "ECR, for images"
    "eks"                  = "Amazon EKS"
    "eks-auth"             = "EKS Pod Identity"
    "elasticloadbalancing" = "Elastic Load Balancing"
    "kms"                  = "AWS KMS"
    "logs"                 = "CloudWatch Logs"
    "monitoring"           = "CloudWatch metrics"
    "secretsmanager"       = "Secrets Manager"
    "sqs"                  = "Amazon SQS"
    "ssm"                  = "Systems Manager"
    "sts"                  = "AWS STS"
    "xray"                 = "AWS X-Ray"
  }
}
