# No default: the creator of the cluster has no access to it, so without an administrator nobody has.
variable "cluster_admin_principal_arns" {
  description = "ARNs of the IAM roles or users that administer the cluster; whoever applies the platform root must be among them."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.cluster_admin_principal_arns) > 0
    error_message = "Name at least one administrator: whoever creates the cluster has no access by that alone."
  }

  validation {
    condition     = alltrue([for arn in var.cluster_admin_principal_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "Write each administrator as the ARN of an IAM role or user, such as arn:aws:iam::111122223333:role/platform-admin; an assumed role (arn:aws:sts:...) is named by its role."
  }

  validation {
    condition     = length(distinct(var.cluster_admin_principal_arns)) == length(var.cluster_admin_principal_arns)
    error_message = "Name each administrator once."
  }
}

variable "cluster_viewer_principal_arns" {
  description = "ARNs of the IAM roles or users that may see what runs in the cluster, but neither change it nor read its Secrets."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.cluster_viewer_principal_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "Write each viewer as the ARN of an IAM role or user, such as arn:aws:iam::111122223333:role/developer; an assumed role (arn:aws:sts:...) is named by its role."
  }

  validation {
    condition     = length(distinct(var.cluster_viewer_principal_arns)) == length(var.cluster_viewer_principal_arns)
    error_message = "Name each viewer once."
  }

  # A principal has one access entry in a cluster.
  validation {
    condition     = length(setintersection(var.cluster_viewer_principal_arns, var.cluster_admin_principal_arns)) == 0
    error_message = "An administrator sees everything already: name each principal in one of the two lists."
  }
}

resource "aws_eks_access_entry" "admin" {
  for_each = toset(var.cluster_admin_principal_arns)

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = each.key
}

resource "aws_eks_access_policy_association" "admin" {
  for_each = toset(var.cluster_admin_principal_arns)

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.admin[each.key].principal_arn
  policy_arn    = "arn:${local.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

resource "aws_eks_access_entry" "viewer" {
  for_each = toset(var.cluster_viewer_principal_arns)

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = each.key
}

# View and not AdminView: that one reads Secrets.
resource "aws_eks_access_policy_association" "viewer" {
  for_each = toset(var.cluster_viewer_principal_arns)

  cluster_name  = aws_eks_cluster.this.name
  principal_arn = aws_eks_access_entry.viewer[each.key].principal_arn
  policy_arn    = "arn:${local.partition}:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"

  access_scope {
    type = "cluster"
  }
}
