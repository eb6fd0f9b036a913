locals {
  container_insights_log_groups = ["application", "dataplane", "host", "performance"]
}

resource "aws_eks_addon" "container_insights" {
  cluster_name                = aws_eks_cluster.this.name
  addon_name                  = "amazon-cloudwatch-observability"
  addon_version               = lookup(var.addon_versions, "amazon-cloudwatch-observability", data.aws_eks_addon_version.container_insights.version)
  resolve_conflicts_on_create = "OVERWRITE"
  resolve_conflicts_on_update = "OVERWRITE"

  # Container Insights and nothing else: by default the add-on brings Application Signals along, which changes workloads and has a
  # price of its own.
  configuration_values = jsonencode({
    agent         = { config = { logs = { metrics_collected = { kubernetes = { enhanced_container_insights = true } } } } }
    containerLogs = { enabled = true }
  })

  # The agents would make the log groups themselves, without retention and encryption, if they came first. They run on the host's
  # network, so one hop to the instance metadata is enough for them. And every new workload is shown to the operator's webhook: without
  # a way to it, each would wait ten seconds and then go on without.
  depends_on = [
    aws_cloudwatch_log_group.container_insights,
    aws_eks_addon.pod_identity_agent,
    aws_eks_node_group.this,
    aws_eks_pod_identity_association.container_insights,
    aws_iam_role_policy_attachment.container_insights,
    aws_vpc_security_group_ingress_rule.node_from_cluster_webhooks,
  ]
}

data "aws_eks_addon_version" "container_insights" {
  addon_name         = "amazon-cloudwatch-observability"
  kubernetes_version = var.kubernetes_version
  most_recent        = true
}

resource "aws_eks_pod_identity_association" "container_insights" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "amazon-cloudwatch"
  service_account = "cloudwatch-agent"
  role_arn        = aws_iam_role.container_insights.arn
}

resource "aws_iam_role" "container_insights" {
  name                 = "${local.name}-cw-agent"
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

resource "aws_iam_role_policy_attachment" "container_insights" {
  role       = aws_iam_role.container_insights.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/CloudWatchAgentServerPolicy"
}

resource "aws_cloudwatch_log_group" "container_insights" {
  # checkov:skip=CKV_AWS_338: log_retention_days says how long, and a year is for those who must.

  for_each = toset(local.container_insights_log_groups)

  name              = "/aws/containerinsights/${local.name}/${each.key}"
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.container_insights.arn
}

resource "aws_kms_key" "container_insights" {
  description         = "Container Insights logs of ${local.name}"
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
        # CloudWatch Logs may use the key for these log groups and for no other.
        Sid       = "CloudWatchLogs"
        Effect    = "Allow"
        Principal = { Service = "logs.${var.aws_region}.amazonaws.com" }
        Action    = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"]
        Resource  = "*"
        Condition = {
          ArnEquals = {
            "kms:EncryptionContext:aws:logs:arn" = [for group in local.container_insights_log_groups : "arn:${local.partition}:logs:${var.aws_region}:${local.account_id}:log-group:/aws/containerinsights/${local.name}/${group}"]
          }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "container_insights" {
  name          = "alias/${local.name}-container-insights"
  target_key_id = aws_kms_key.container_insights.key_id
}
