resource "aws_eks_pod_identity_association" "external_secrets" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "external-secrets"
  service_account = "external-secrets"
  role_arn        = aws_iam_role.external_secrets.arn
}

resource "aws_iam_role" "external_secrets" {
  name                 = "${local.name}-external-secrets"
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

# The platform's secrets and no others: what workloads keep in Secrets Manager stays out of reach of this role.
resource "aws_iam_role_policy" "external_secrets" {
  name = "read-platform-secrets"
  role = aws_iam_role.external_secrets.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", "secretsmanager:GetResourcePolicy", "secretsmanager:ListSecretVersionIds"]
        Resource = "arn:${local.partition}:secretsmanager:${var.aws_region}:${local.account_id}:secret:${local.name}/platform/*"
      },
      {
        # The key opens these secrets and nothing else, and only through Secrets Manager.
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = aws_kms_key.platform_secrets.arn
        Condition = {
          StringEquals = { "kms:ViaService" = "secretsmanager.${var.aws_region}.amazonaws.com" }
          StringLike   = { "kms:EncryptionContext:SecretARN" = "arn:${local.partition}:secretsmanager:${var.aws_region}:${local.account_id}:secret:${local.name}/platform/*" }
        }
      },
    ]
  })
}

# --- The key of all secrets below ${local.name}/platform/, whichever component makes them.

resource "aws_kms_key" "platform_secrets" {
  description         = "Platform secrets of ${local.name}"
  enable_key_rotation = true

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

resource "aws_kms_alias" "platform_secrets" {
  name          = "alias/${local.name}-platform-secrets"
  target_key_id = aws_kms_key.platform_secrets.key_id
}
