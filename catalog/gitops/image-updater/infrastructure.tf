# --- What it writes to Git with, apart from what Argo CD reads with: see slack-webhook for how a secret stays out of everything else.

variable "image_updater_git_credential" {
  description = "What Image Updater writes to the GitOps repository with: the private key of a deploy key that may write for an address by SSH, or a token for one by HTTPS."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false

  validation {
    condition     = length(trimspace(var.image_updater_git_credential)) >= 8
    error_message = "Supply the private key or the token in TF_VAR_image_updater_git_credential, such as TF_VAR_image_updater_git_credential=\"$(cat write-key)\"."
  }
}

variable "image_updater_git_credential_version" {
  description = "Counts Image Updater's credentials: raise it by one together with a new one, or the old one stays."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.image_updater_git_credential_version >= 1 && var.image_updater_git_credential_version == floor(var.image_updater_git_credential_version)
    error_message = "The version is a whole number from 1, and it only goes up."
  }
}

resource "aws_secretsmanager_secret" "image_updater_git" {
  # checkov:skip=CKV2_AWS_57: Its issuer makes a new one when a person asks; then its version is raised.

  name        = "${local.name}/platform/image-updater-git"
  description = "What Image Updater writes to the GitOps repository with."
  kms_key_id  = aws_kms_key.platform_secrets.arn

  # Gone at once: the value is supplied from elsewhere, and a name that waits for its end would block the next apply.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "image_updater_git" {
  secret_id                = aws_secretsmanager_secret.image_updater_git.id
  secret_string_wo         = var.image_updater_git_credential
  secret_string_wo_version = var.image_updater_git_credential_version
}

# --- Identity: it looks at images and takes none down.

resource "aws_eks_pod_identity_association" "image_updater" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "argocd"
  service_account = "argocd-image-updater"
  role_arn        = aws_iam_role.image_updater.arn
}

resource "aws_iam_role" "image_updater" {
  name                 = "${local.name}-image-updater"
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

resource "aws_iam_role_policy" "image_updater" {
  name = "read-images"
  role = aws_iam_role.image_updater.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # A login is for the whole registry; what it may do there is the next statement's.
        Effect   = "Allow"
        Action   = "ecr:GetAuthorizationToken"
        Resource = "*"
      },
      {
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"]
        Resource = "arn:${local.partition}:ecr:${var.aws_region}:${local.account_id}:repository/*"
      },
    ]
  })
}
