variable "security_alerts_email" {
  description = "Address that security alerts are sent to; AWS asks it once, by mail, whether it wants them."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[^@ ]+@[^@ ]+\\.[^@ ]+$", var.security_alerts_email))
    error_message = "Write an e-mail address, such as security@example.com."
  }
}

variable "guardduty_minimum_severity" {
  description = "Severity from which on a finding of GuardDuty is an alert: 4 is medium, 7 high, 9 critical."
  type        = number
  default     = 7
  nullable    = false

  validation {
    condition     = var.guardduty_minimum_severity >= 1 && var.guardduty_minimum_severity <= 10
    error_message = "GuardDuty's severities go from 1 to 10."
  }
}

variable "security_hub_severities" {
  description = "Severities of Security Hub's findings that are alerts."
  type        = list(string)
  default     = ["CRITICAL", "HIGH"]
  nullable    = false

  validation {
    condition     = length(var.security_hub_severities) > 0 && alltrue([for severity in var.security_hub_severities : contains(["INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"], severity)])
    error_message = "Write at least one of INFORMATIONAL, LOW, MEDIUM, HIGH and CRITICAL."
  }
}

locals {
  security_alerts_console = local.partition == "aws-us-gov" ? "console.amazonaws-us-gov.com" : "console.aws.amazon.com"

  # Inspector has one for each weakness of each image: a list to work through. And GuardDuty's came by its own rule already.
  security_hub_elsewhere = concat(
    ["Inspector"],
    ["GuardDuty"], # if guardduty
  )
}

# --- The topic: whoever has something to say publishes here, whoever wants to hear it subscribes.

resource "aws_sns_topic" "security_alerts" {
  name              = "${local.name}-security-alerts"
  display_name      = "Security of ${local.name}"
  kms_master_key_id = aws_kms_key.security_alerts.arn
}

resource "aws_sns_topic_policy" "security_alerts" {
  arn = aws_sns_topic.security_alerts.arn

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # No condition: EventBridge sends a topic neither aws:SourceArn nor aws:SourceAccount, and with one of them nothing would arrive.
        # So a rule of another account that knows this ARN gets in as well; what arrives is text, and is treated as such.
        Sid       = "EventBridge"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.security_alerts.arn
      },
      {
        Sid       = "AlarmsOfThisAccount"
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.security_alerts.arn
        Condition = { ArnLike = { "aws:SourceArn" = "arn:${local.partition}:cloudwatch:${var.aws_region}:${local.account_id}:alarm:*" } }
      },
    ]
  })
}

# Pending until somebody follows the link in the mail; Terraform cannot do that for them.
resource "aws_sns_topic_subscription" "security_alerts_email" {
  topic_arn = aws_sns_topic.security_alerts.arn
  protocol  = "email"
  endpoint  = var.security_alerts_email
}

resource "aws_kms_key" "security_alerts" {
  description         = "Security alerts of ${local.name}"
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
        # Those that publish to the topic, and those that put into the queue what did not arrive. No condition here either: for an encrypted
        # topic EventBridge sends none of these keys.
        Sid       = "SendersOfAlerts"
        Effect    = "Allow"
        Principal = { Service = ["cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com"] }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })
}

resource "aws_kms_alias" "security_alerts" {
  name          = "alias/${local.name}-security-alerts"
  target_key_id = aws_kms_key.security_alerts.key_id
}

# --- What could not be delivered waits here for two weeks, and an alarm says so: once, until the queue is empty again.

resource "aws_sqs_queue" "undelivered_alerts" {
  name                      = "${local.name}-undelivered-alerts"
  kms_master_key_id         = aws_kms_key.security_alerts.arn
  message_retention_seconds = 14 * 24 * 60 * 60
}

resource "aws_sqs_queue_policy" "undelivered_alerts" {
  queue_url = aws_sqs_queue.undelivered_alerts.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RulesOfThisPlatform"
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.undelivered_alerts.arn
        Condition = { ArnLike = { "aws:SourceArn" = "arn:${local.partition}:events:${var.aws_region}:${local.account_id}:rule/${local.name}-*" } }
      },
      {
        Sid       = "TheTopic"
        Effect    = "Allow"
        Principal = { Service = "sns.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.undelivered_alerts.arn
        Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.security_alerts.arn } }
      },
    ]
  })
}

# By the same topic, since mostly one of its ways is broken and not both.
resource "aws_cloudwatch_metric_alarm" "undelivered_alerts" {
  alarm_name          = "${local.name}-undelivered-alerts"
  alarm_description   = "Security alerts of ${local.name} did not arrive: they wait in the queue ${local.name}-undelivered-alerts. Empty it when you have read them, or it does not ring again."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.undelivered_alerts.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.security_alerts.arn]
}

# --- GuardDuty: by severity, in sentences. Each line of a template is a string of its own.

# if guardduty
resource "aws_cloudwatch_event_rule" "guardduty" {
  name        = "${local.name}-guardduty"
  description = "Findings of GuardDuty from severity ${var.guardduty_minimum_severity} on"

  event_pattern = jsonencode({
    source        = ["aws.guardduty"]
    "detail-type" = ["GuardDuty Finding"]
    detail        = { severity = [{ numeric = [">=", var.guardduty_minimum_severity] }] }
  })
}

# if guardduty
resource "aws_cloudwatch_event_target" "guardduty" {
  rule      = aws_cloudwatch_event_rule.guardduty.name
  target_id = "security-alerts"
  arn       = aws_sns_topic.security_alerts.arn

  input_transformer {
    input_paths = {
      account     = "$.account"
      description = "$.detail.description"
      id          = "$.detail.id"
      region      = "$.region"
      severity    = "$.detail.severity"
      title       = "$.detail.title"
      type        = "$.detail.type"
    }

    input_template = <<-LINES
      "GuardDuty, severity <severity>: <title>"
      "<description>"
      "Account <account>, region <region>, type <type>."
      "https://<region>.${local.security_alerts_console}/guardduty/home?region=<region>#/findings?search=id%3D<id>"
    LINES
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered_alerts.arn
  }
}

# --- Security Hub: what is active and not yet handled.

# if security-standards
resource "aws_cloudwatch_event_rule" "security_hub" {
  name        = "${local.name}-security-hub"
  description = "Active findings of Security Hub that nobody has handled yet, of severity ${join(", ", var.security_hub_severities)}"

  event_pattern = jsonencode({
    source        = ["aws.securityhub"]
    "detail-type" = ["Security Hub Findings - Imported"]
    detail = {
      findings = {
        ProductName = [{ "anything-but" = local.security_hub_elsewhere }]
        RecordState = ["ACTIVE"]
        Severity    = { Label = var.security_hub_severities }
        Workflow    = { Status = ["NEW"] }
      }
    }
  })
}

# if security-standards
resource "aws_cloudwatch_event_target" "security_hub" {
  rule      = aws_cloudwatch_event_rule.security_hub.name
  target_id = "security-alerts"
  arn       = aws_sns_topic.security_alerts.arn

  input_transformer {
    input_paths = {
      account     = "$.detail.findings[0].AwsAccountId"
      description = "$.detail.findings[0].Description"
      product     = "$.detail.findings[0].ProductName"
      region      = "$.region"
      resource    = "$.detail.findings[0].Resources[0].Id"
      severity    = "$.detail.findings[0].Severity.Label"
      title       = "$.detail.findings[0].Title"
    }

    input_template = <<-LINES
      "<product>, severity <severity>: <title>"
      "<description>"
      "Account <account>, region <region>, resource <resource>."
      "https://<region>.${local.security_alerts_console}/securityhub/home?region=<region>#/findings"
    LINES
  }

  dead_letter_config {
    arn = aws_sqs_queue.undelivered_alerts.arn
  }
}

output "security_alerts_topic" {
  description = "Topic of all security alerts: subscribe to it whatever else should know."
  value       = aws_sns_topic.security_alerts.arn
}
