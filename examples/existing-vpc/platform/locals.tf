locals {
  # The same expressions as in infrastructure: the cluster is looked up by this name.
  name = join("-", compact([var.cluster_name, var.environment_suffix]))
  tags = merge({ Cluster = local.name, ManagedBy = "terraform" }, var.tags)

  # Namespaces of Kubernetes, of AWS and of the platform itself: policies for workloads leave them alone, since what must be privileged, or
  # comes from a registry of its makers, runs there. A component with a namespace of its own adds it here, marked with its name.
  platform_namespaces = [
    "amazon-cloudwatch",
    "external-secrets",
    "kube-node-lease",
    "kube-public",
    "kube-system",
  ]
}
