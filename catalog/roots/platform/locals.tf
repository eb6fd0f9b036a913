locals {
  # The same expressions as in infrastructure: the cluster is looked up by this name.
  name = join("-", compact([var.cluster_name, var.environment_suffix]))
  tags = merge({ Cluster = local.name, ManagedBy = "terraform" }, var.tags)

  account_id = data.aws_caller_identity.current.account_id
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}
