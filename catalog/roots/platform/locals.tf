locals {
  # The same expressions as in infrastructure: the cluster is looked up by this name.
  name = join("-", compact([var.cluster_name, var.environment_suffix]))
  tags = merge({ Cluster = local.name, ManagedBy = "terraform" }, var.tags)

  account_id = data.aws_caller_identity.current.account_id

  # Namespaces of Kubernetes, of AWS and of the platform itself: policies for workloads leave them alone, since what must be privileged, or
  # comes from a registry of its makers, runs there. A component with a namespace of its own adds it here, marked with its name.
  platform_namespaces = [
    "amazon-cloudwatch", # if container-insights
    "amazon-guardduty",  # if runtime-monitoring
    "argo-rollouts",     # if rollouts
    "argocd",            # if argocd
    "external-dns",      # if external-dns
    "external-secrets",  # if external-secrets
    "falco",             # if falco
    "gatekeeper-system", # if gatekeeper
    "kube-node-lease",
    "kube-public",
    "kube-system",
    "kyverno",        # if kyverno
    "sealed-secrets", # if sealed-secrets
  ]
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}
