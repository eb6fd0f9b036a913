mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARNs are known.
run "alerts_are_encrypted_and_none_is_lost_unnoticed" {
  variables {
    security_alerts_email = "security@example.com"
  }

  assert {
    condition     = aws_sns_topic.security_alerts.kms_master_key_id == aws_kms_key.security_alerts.arn && aws_sqs_queue.undelivered_alerts.kms_master_key_id == aws_kms_key.security_alerts.arn && aws_kms_key.security_alerts.enable_key_rotation
    error_message = "Topic and queue must be encrypted with their own key, and the key must rotate."
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.undelivered_alerts.threshold == 0 && aws_cloudwatch_metric_alarm.undelivered_alerts.alarm_actions == toset([aws_sns_topic.security_alerts.arn])
    error_message = "The first alert that is not delivered must raise an alarm."
  }

  assert {
    condition     = aws_sns_topic_subscription.security_alerts_email.protocol == "email" && aws_sns_topic_subscription.security_alerts_email.endpoint == "security@example.com"
    error_message = "Whoever is named must get the mails."
  }

  assert {
    condition     = alltrue([for statement in concat(jsondecode(aws_sns_topic_policy.security_alerts.policy).Statement, jsondecode(aws_kms_key.security_alerts.policy).Statement) : !can(statement.Condition) if contains(flatten([try(statement.Principal.Service, [])]), "events.amazonaws.com")])
    error_message = "EventBridge fulfils no condition of a topic or of its key: its alerts would be lost."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_sns_topic_policy.security_alerts.policy).Statement : can(statement.Condition.ArnLike["aws:SourceArn"]) if statement.Principal.Service == "cloudwatch.amazonaws.com"])
    error_message = "Only alarms of this account may be published."
  }

  # if guardduty
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.guardduty.event_pattern).detail.severity == [{ numeric = [">=", 7] }]
    error_message = "By default findings of GuardDuty are alerts from high on."
  }

  # if guardduty
  assert {
    condition     = aws_cloudwatch_event_target.guardduty.arn == aws_sns_topic.security_alerts.arn && aws_cloudwatch_event_target.guardduty.dead_letter_config[0].arn == aws_sqs_queue.undelivered_alerts.arn
    error_message = "Findings must go to the topic, and into the queue if they do not arrive."
  }

  # if guardduty
  assert {
    condition     = startswith(aws_cloudwatch_event_target.guardduty.input_transformer[0].input_template, "\"GuardDuty, severity <severity>: <title>\"\n")
    error_message = "A person must be able to read what comes."
  }

  # if security-standards
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.security_hub.event_pattern).detail.findings.Severity.Label == ["CRITICAL", "HIGH"] && aws_cloudwatch_event_target.security_hub.dead_letter_config[0].arn == aws_sqs_queue.undelivered_alerts.arn
    error_message = "Findings of Security Hub must be chosen by severity, and none must be lost."
  }

  # if security-standards
  assert {
    condition     = contains(jsondecode(aws_cloudwatch_event_rule.security_hub.event_pattern).detail.findings.ProductName[0]["anything-but"], "Inspector")
    error_message = "A mail for each weakness of each image is read by nobody."
  }
}

run "no_address_is_refused" {
  command = plan

  variables {
    security_alerts_email = "security"
  }

  expect_failures = [var.security_alerts_email]
}

# if guardduty
run "a_severity_of_eleven_is_refused" {
  command = plan

  variables {
    guardduty_minimum_severity = 11
  }

  expect_failures = [var.guardduty_minimum_severity]
}

# if security-standards
run "a_severity_in_lower_case_is_refused" {
  command = plan

  variables {
    security_hub_severities = ["high"]
  }

  expect_failures = [var.security_hub_severities]
}
