resource "aws_eks_pod_identity_association" "falcosidekick" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "falco"
  service_account = "falco-falcosidekick"
  role_arn        = aws_iam_role.falcosidekick.arn
}

resource "aws_iam_role" "falcosidekick" {
  name                 = "${local.name}-falcosidekick"
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

# One topic, and its key by way of it.
resource "aws_iam_role_policy" "falcosidekick" {
  name = "publish-alerts"
  role = aws_iam_role.falcosidekick.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sns:Publish"
        Resource = aws_sns_topic.security_alerts.arn
      },
      {
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = aws_kms_key.security_alerts.arn
        Condition = { StringEquals = { "kms:ViaService" = "sns.${var.aws_region}.amazonaws.com" } }
      },
    ]
  })
}
