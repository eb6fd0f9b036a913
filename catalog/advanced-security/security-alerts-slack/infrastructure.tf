locals {
  # Short, because a role's name may have 64 characters, and the platform's has up to 43.
  security_alerts_slack = "${local.name}-alerts-to-slack"

  # Put together, because an output of the stack is unknown whenever the stack changes, and what refers to it would be made anew.
  security_alerts_slack_arn = "arn:${local.partition}:lambda:${var.aws_region}:${local.account_id}:function:${local.security_alerts_slack}"
}

# Lambda wants its code in an archive. CloudFormation makes one of the text that it is given, so the file beside this one is all there is:
# nothing is built before an apply, and a plan shows each line that changes.
resource "aws_cloudformation_stack" "security_alerts_slack" {
  # checkov:skip=CKV_AWS_124: Terraform waits for the stack and says what became of it; nobody else does.

  name = local.security_alerts_slack

  template_body = jsonencode({
    Description = "Posts the security alerts of ${local.name} to Slack"
    Resources = {
      Function = {
        Type = "AWS::Lambda::Function"
        Properties = {
          FunctionName     = local.security_alerts_slack
          Description      = "Posts the security alerts of ${local.name} to Slack"
          Runtime          = "python3.13"
          Architectures    = ["arm64"]
          Handler          = "index.handler"
          MemorySize       = 128
          Timeout          = 30
          Role             = aws_iam_role.security_alerts_slack.arn
          Code             = { ZipFile = file("${path.module}/functions/security-alerts-slack.py") }
          DeadLetterConfig = { TargetArn = aws_sqs_queue.undelivered_alerts.arn }

          # Where the address is, and not the address.
          Environment = {
            Variables = {
              SECRET_ARN = aws_secretsmanager_secret.slack_webhook.arn
              PLATFORM   = local.name
              # Falcosidekick posts to Slack itself, and marks what it publishes with the rule. A filter of the subscription cannot tell: it
              # drops every message without attributes, and those of EventBridge and of the alarm have none.
              SKIP_ATTRIBUTE = "rule" # if falco-slack
            }
          }
        }
      }
    }
  })

  # With its first call it needs all of them, and it keeps them to the end.
  depends_on = [
    aws_cloudwatch_log_group.security_alerts_slack,
    aws_iam_role_policy.security_alerts_slack,
  ]
}

resource "aws_sns_topic_subscription" "security_alerts_slack" {
  topic_arn = aws_sns_topic.security_alerts.arn
  protocol  = "lambda"
  endpoint  = local.security_alerts_slack_arn

  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.undelivered_alerts.arn })

  depends_on = [
    aws_cloudformation_stack.security_alerts_slack,
    aws_lambda_permission.security_alerts_slack,
  ]
}

resource "aws_lambda_permission" "security_alerts_slack" {
  statement_id  = "security-alerts"
  action        = "lambda:InvokeFunction"
  function_name = local.security_alerts_slack
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.security_alerts.arn

  # It goes with the function, and a new stack brings a new function.
  lifecycle {
    replace_triggered_by = [aws_cloudformation_stack.security_alerts_slack.id]
  }

  depends_on = [aws_cloudformation_stack.security_alerts_slack]
}

resource "aws_iam_role" "security_alerts_slack" {
  name                 = local.security_alerts_slack
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

# One secret, its own log, and the queue for what Slack refuses.
resource "aws_iam_role_policy" "security_alerts_slack" {
  name = "post-alerts"
  role = aws_iam_role.security_alerts_slack.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "secretsmanager:GetSecretValue"
        Resource = aws_secretsmanager_secret.slack_webhook.arn
      },
      {
        Effect   = "Allow"
        Action   = "kms:Decrypt"
        Resource = aws_kms_key.platform_secrets.arn
        Condition = {
          StringEquals = {
            "kms:EncryptionContext:SecretARN" = aws_secretsmanager_secret.slack_webhook.arn
            "kms:ViaService"                  = "secretsmanager.${var.aws_region}.amazonaws.com"
          }
        }
      },
      {
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = "${aws_cloudwatch_log_group.security_alerts_slack.arn}:*"
      },
      {
        Effect   = "Allow"
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.undelivered_alerts.arn
      },
      {
        Effect    = "Allow"
        Action    = ["kms:Decrypt", "kms:GenerateDataKey"]
        Resource  = aws_kms_key.security_alerts.arn
        Condition = { StringEquals = { "kms:ViaService" = "sqs.${var.aws_region}.amazonaws.com" } }
      },
    ]
  })
}

# Lambda would make it itself, without retention and encryption, if the function came first.
resource "aws_cloudwatch_log_group" "security_alerts_slack" {
  # checkov:skip=CKV_AWS_338: log_retention_days says how long, and a year is for those who must.

  name              = "/aws/lambda/${local.security_alerts_slack}"
  retention_in_days = var.log_retention_days
  kms_key_id        = aws_kms_key.security_alerts_slack.arn
}

resource "aws_kms_key" "security_alerts_slack" {
  description         = "Log of the function that posts the security alerts of ${local.name}"
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
            "kms:EncryptionContext:aws:logs:arn" = "arn:${local.partition}:logs:${var.aws_region}:${local.account_id}:log-group:/aws/lambda/${local.security_alerts_slack}"
          }
        }
      },
    ]
  })
}

resource "aws_kms_alias" "security_alerts_slack" {
  name          = "alias/${local.security_alerts_slack}"
  target_key_id = aws_kms_key.security_alerts_slack.key_id
}
