variable "kubernetes_version" {
  description = "Kubernetes version of the control plane and the nodes; it goes up one minor version at a time and never down."
  type        = string
  default     = "1.35"
  nullable    = false

  validation {
    condition     = contains(["1.34", "1.35", "1.36"], var.kubernetes_version)
    error_message = "Write 1.34 (in standard support until 2 December 2026), 1.35 or 1.36; a newer version has to be added to this list in variables.tf first."
  }
}

variable "cluster_support_type" {
  description = "What happens when the version's standard support ends: STANDARD lets EKS upgrade the control plane, EXTENDED keeps the version and pays for it."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], var.cluster_support_type)
    error_message = "Write STANDARD or EXTENDED."
  }
}

# No default: whether the internet may knock at the API server is a decision of whoever answers for the cluster.
variable "cluster_endpoint_access" {
  description = "Way in to the Kubernetes API for people and pipelines: private through the VPC and what is connected to it, or public as well for chosen ranges. Nodes always take the private way."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["private", "public"], var.cluster_endpoint_access)
    error_message = "Write private or public."
  }
}

variable "cluster_endpoint_public_cidrs" {
  description = "Ranges of public addresses that may reach the public endpoint, such as those of an office or a CI system; they matter with public access only."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_public_cidrs : can(cidrnetmask(cidr))])
    error_message = "Write each range as IPv4 in CIDR notation, such as 203.0.113.0/24, or 203.0.113.7/32 for one address."
  }

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_public_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], true)])
    error_message = "Write each range by its first address, such as 203.0.113.0/24 instead of 203.0.113.7/24."
  }

  validation {
    condition     = length(distinct(var.cluster_endpoint_public_cidrs)) == length(var.cluster_endpoint_public_cidrs)
    error_message = "Name each range once."
  }

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_public_cidrs : try(tonumber(split("/", cidr)[1]) >= 8, true)])
    error_message = "Name the ranges of office, VPN and CI instead of 0.0.0.0/0 or half of it: none may be wider than a /8."
  }

  # EKS opens a public endpoint that has no ranges to everyone.
  validation {
    condition     = var.cluster_endpoint_access == "private" || length(var.cluster_endpoint_public_cidrs) > 0
    error_message = "Name the ranges that may reach the public endpoint, or choose private access: without any, EKS lets the whole internet in."
  }
}

variable "cluster_endpoint_private_cidrs" {
  description = "Private ranges that may reach the private endpoint besides the nodes, such as a VPN, a peered network, or the subnet of the CI runners."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_private_cidrs : can(cidrnetmask(cidr))])
    error_message = "Write each range as IPv4 in CIDR notation, such as 10.8.0.0/16."
  }

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_private_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], true)])
    error_message = "Write each range by its first address, such as 10.8.0.0/16 instead of 10.8.0.7/16."
  }

  validation {
    condition     = length(distinct(var.cluster_endpoint_private_cidrs)) == length(var.cluster_endpoint_private_cidrs)
    error_message = "Name each range once."
  }

  validation {
    condition     = !contains(var.cluster_endpoint_private_cidrs, "0.0.0.0/0")
    error_message = "Name the ranges that need the private endpoint instead of 0.0.0.0/0."
  }
}

variable "service_cidr" {
  description = "IPv4 range of the Kubernetes services, apart from every network that the pods talk to; it cannot be changed later."
  type        = string
  default     = "172.20.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.service_cidr))
    error_message = "Write the range as IPv4 in CIDR notation, such as 172.20.0.0/16."
  }

  validation {
    condition     = try(cidrhost(var.service_cidr, 0) == split("/", var.service_cidr)[0], true)
    error_message = "Write the range by its first address, such as 172.20.0.0/16 instead of 172.20.7.0/16."
  }

  validation {
    condition     = can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.service_cidr)) && can(regex("/(1[2-9]|2[0-4])$", var.service_cidr))
    error_message = "EKS wants a private range (in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16) with a size from /12 to /24."
  }
}

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

output "aws_region" {
  description = "Region of the cluster."
  value       = var.aws_region
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "cluster_endpoint" {
  description = "Address of the Kubernetes API."
  value       = aws_eks_cluster.this.endpoint
}

output "kubeconfig_command" {
  description = "Command that teaches kubectl the way to the cluster."
  value       = "aws eks update-kubeconfig --region ${var.aws_region} --name ${aws_eks_cluster.this.name}"
}
