# Signatures lie beside the images: whoever verifies them reads both.
resource "aws_eks_pod_identity_association" "kyverno" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "kyverno"
  service_account = "kyverno-admission-controller"
  role_arn        = aws_iam_role.kyverno.arn
}

resource "aws_iam_role" "kyverno" {
  name                 = "${local.name}-kyverno"
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

resource "aws_iam_role_policy" "kyverno" {
  name = "read-signatures"
  role = aws_iam_role.kyverno.id

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
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = "arn:${local.partition}:ecr:${var.aws_region}:${local.account_id}:repository/*"
      },
    ]
  })
}
