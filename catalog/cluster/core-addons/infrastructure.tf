variable "addon_versions" {
  description = "Versions of EKS add-ons to stay at, by add-on, such as coredns = \"v1.12.4-eksbuild.1\"; an add-on that is not named takes the latest one for the Kubernetes version."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.addon_versions) : contains(["amazon-cloudwatch-observability", "aws-ebs-csi-driver", "aws-guardduty-agent", "coredns", "eks-pod-identity-agent", "kube-proxy", "snapshot-controller", "vpc-cni"], name)])
    error_message = "The add-ons are amazon-cloudwatch-observability, aws-ebs-csi-driver, aws-guardduty-agent, coredns, eks-pod-identity-agent, kube-proxy, snapshot-controller and vpc-cni."
  }

  validation {
    condition     = alltrue([for version in values(var.addon_versions) : can(regex("^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$", version))])
    error_message = "Write a version as EKS does, such as v1.12.4-eksbuild.1; aws eks describe-addon-versions lists them."
  }
}

# --- Before the nodes: what runs on every node is there when the first one joins.

resource "aws_eks_addon" "pod_identity_agent" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "eks-pod-identity-agent"
  addon_version               = lookup(var.addon_versions, "eks-pod-identity-agent", data.aws_eks_addon_version.pod_identity_agent.version)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}

data "aws_eks_addon_version" "pod_identity_agent" {
  addon_name         = "eks-pod-identity-agent"
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}

resource "aws_eks_addon" "vpc_cni" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "vpc-cni"
  addon_version               = lookup(var.addon_versions, "vpc-cni", data.aws_eks_addon_version.vpc_cni.version)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  # Without this the cluster takes every NetworkPolicy and enforces none.
  configuration_values = jsonencode({ enableNetworkPolicy = "true" })

  # Pods get their identity when they start, so it must be there first; and the agent hands it out.
  depends_on = [
    aws_eks_addon.pod_identity_agent,
    aws_eks_pod_identity_association.vpc_cni,
    aws_iam_role_policy_attachment.vpc_cni,
  ]
}

data "aws_eks_addon_version" "vpc_cni" {
  addon_name         = "vpc-cni"
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}

resource "aws_eks_pod_identity_association" "vpc_cni" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "kube-system"
  service_account = "aws-node"
  role_arn        = aws_iam_role.vpc_cni.arn
}

resource "aws_iam_role" "vpc_cni" {
  name                 = "${local.name}-vpc-cni"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
}

resource "aws_iam_role_policy_attachment" "vpc_cni" {
  role       = aws_iam_role.vpc_cni.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKS_CNI_Policy"
}

resource "aws_eks_addon" "kube_proxy" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "kube-proxy"
  addon_version               = lookup(var.addon_versions, "kube-proxy", data.aws_eks_addon_version.kube_proxy.version)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"
}

data "aws_eks_addon_version" "kube_proxy" {
  addon_name         = "kube-proxy"
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}

# --- After the nodes: a Deployment that has nowhere to run never becomes active.

resource "aws_eks_addon" "coredns" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "coredns"
  addon_version               = lookup(var.addon_versions, "coredns", data.aws_eks_addon_version.coredns.version)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  depends_on = [aws_eks_node_group.this]
}

data "aws_eks_addon_version" "coredns" {
  addon_name         = "coredns"
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}

output "addon_versions" {
  description = "Versions that run now: copy them into the variable of this name to stay at them."
  value = {
    amazon-cloudwatch-observability = aws_eks_addon.container_insights.addon_version # if container-insights
    aws-ebs-csi-driver              = aws_eks_addon.ebs_csi.addon_version            # if ebs-csi
    aws-guardduty-agent             = aws_eks_addon.guardduty_agent.addon_version    # if runtime-monitoring
    coredns                         = aws_eks_addon.coredns.addon_version
    eks-pod-identity-agent          = aws_eks_addon.pod_identity_agent.addon_version
    kube-proxy                      = aws_eks_addon.kube_proxy.addon_version
    snapshot-controller             = aws_eks_addon.snapshot_controller.addon_version # if ebs-csi
    vpc-cni                         = aws_eks_addon.vpc_cni.addon_version
  }
}
