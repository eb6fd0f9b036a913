locals {
  # The same expressions as in infrastructure: the cluster is looked up by this name.
  name = join("-", compact([var.cluster_name, var.environment_suffix]))
  tags = merge({ Cluster = local.name, ManagedBy = "terraform" }, var.tags)
}
