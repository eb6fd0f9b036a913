locals {
  # The full name: it tells environments and regions apart, so whatever is unique per account or region is made from it.
  name = join("-", compact([var.cluster_name, var.environment_suffix]))
  tags = merge({ Cluster = local.name, ManagedBy = "terraform" }, var.tags)

  account_id = data.aws_caller_identity.current.account_id
  partition  = data.aws_partition.current.partition
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}
