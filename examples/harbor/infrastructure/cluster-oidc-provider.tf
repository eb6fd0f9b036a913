# For workloads that bring a role for service accounts (IRSA). What this configuration installs uses Pod Identity instead.
resource "aws_iam_openid_connect_provider" "cluster" {
  url            = aws_eks_cluster.this.identity[0].oidc[0].issuer
  client_id_list = ["sts.amazonaws.com"]

  tags = { Name = local.name }
}
