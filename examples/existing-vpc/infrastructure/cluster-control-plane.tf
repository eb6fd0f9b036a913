locals {
  # Two ranges overlap when they are the same network at the shorter of their two prefixes.
  service_cidr_shared_prefixes = { for cidr in local.vpc_cidrs : cidr => min(tonumber(split("/", var.service_cidr)[1]), tonumber(split("/", cidr)[1])) }
  service_cidr_overlaps_vpc = anytrue([for cidr, prefix in local.service_cidr_shared_prefixes :
    cidrhost("${split("/", var.service_cidr)[0]}/${prefix}", 0) == cidrhost("${split("/", cidr)[0]}/${prefix}", 0)
  ])
}

resource "aws_eks_cluster" "this" {
  name     = local.name
  version  = var.kubernetes_version
  role_arn = aws_iam_role.cluster.arn

  # All five: an audit that lacks one of them is asked for it later, when it is too late.
  enabled_cluster_log_types = ["api", "audit", "authenticator", "controllerManager", "scheduler"]

  # The add-ons are managed here, so EKS must not start with copies of its own.
  bootstrap_self_managed_addons = false

  access_config {
    authentication_mode = "API"

    # Whoever runs Terraform is no administrator by accident: administrators are named.
    bootstrap_cluster_creator_admin_permissions = false
  }

  vpc_config {
    subnet_ids              = values(local.intra_subnet_ids)
    security_group_ids      = [aws_security_group.cluster.id]
    endpoint_private_access = true
    endpoint_public_access  = var.cluster_endpoint_access == "public"
    public_access_cidrs     = var.cluster_endpoint_access == "public" ? var.cluster_endpoint_public_cidrs : null
  }

  kubernetes_network_config {
    service_ipv4_cidr = var.service_cidr
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.cluster_secrets.arn
    }
  }

  upgrade_policy {
    support_type = var.cluster_support_type
  }

  # EKS would make the log group itself, without retention and encryption, if it came first; and the role must work from the first
  # minute to the last, when EKS takes its network interfaces away.
  depends_on = [
    aws_cloudwatch_log_group.cluster,
    aws_iam_role_policy.cluster_secrets,
    aws_iam_role_policy_attachment.cluster,
  ]

  lifecycle {
    precondition {
      condition     = !local.service_cidr_overlaps_vpc
      error_message = "The services' range ${var.service_cidr} overlaps a range of the VPC (${join(", ", local.vpc_cidrs)}): choose another service_cidr."
    }

    # EKS fixes the zones of its network interfaces when the cluster is made, and refuses subnets in others: a zone that is added later
    # gets nodes, and they reach the control plane in the first ones.
    ignore_changes = [vpc_config[0].subnet_ids]
  }
}

# --- Network: EKS adds a security group of its own that lets the control plane out, so this one only says who may come in.

resource "aws_security_group" "cluster" {
  name        = "${local.name}-cluster"
  description = "Kubernetes API of ${local.name}"
  vpc_id      = local.vpc_id

  tags = { Name = "${local.name}-cluster" }
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_private_ranges" {
  for_each = toset(var.cluster_endpoint_private_cidrs)

  security_group_id = aws_security_group.cluster.id
  description       = "Kubernetes API from ${each.key}"
  cidr_ipv4         = each.key
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443

  tags = { Name = "${local.name}-cluster-from-${each.key}" }
}

# --- Logs

resource "aws_cloudwatch_log_group" "cluster" {
  # checkov:skip=CKV_AWS_338: log_retention_days says how long, and a year is for those who must.

  # EKS writes to this name and no other.
  name              = "/aws/eks/${local.name}/cluster"
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.cluster_logs.arn
}

resource "aws_kms_key" "cluster_logs" {
  description         = "Control plane logs of ${local.name}"
  enable_key_rotation = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "AccountUsesIamPolicies"
        Effect    = "Allow"
        Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        # CloudWatch Logs may use the key for this log group and for no other.
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.aws_region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = {
          ArnEquals = {
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${var.aws_region}:${local.account_id}:log-group:/aws/eks/${local.name}/cluster"
          }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "cluster_logs" {
  name          = "alias/${local.name}-cluster-logs"
  target_key_id = aws_kms_key.cluster_logs.key_id
}

# --- Secrets: envelope encryption in etcd. Losing this key is losing the cluster, hence the full waiting period on deletion.

resource "aws_kms_key" "cluster_secrets" {
  description             = "Kubernetes Secrets of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AccountUsesIamPolicies"
      Effect    = "Allow"
      Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "cluster_secrets" {
  name          = "alias/${local.name}-cluster-secrets"
  target_key_id = aws_kms_key.cluster_secrets.key_id
}

# --- Identity

resource "aws_iam_role" "cluster" {
  name                 = "${local.name}-cluster"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/AmazonEKSClusterPolicy"
}

resource "aws_iam_role_policy" "cluster_secrets" {
  name = "use-secrets-key"
  role = aws_iam_role.cluster.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:ListGrants"]
      Resource = aws_kms_key.cluster_secrets.arn
    }]
  })
}
