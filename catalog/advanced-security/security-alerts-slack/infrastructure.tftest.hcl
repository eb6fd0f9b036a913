mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARNs are known.
run "the_function_is_told_where_the_address_is_and_not_the_address" {
  assert {
    condition     = jsondecode(aws_cloudformation_stack.security_alerts_slack.template_body).Resources.Function.Properties.Environment.Variables.SECRET_ARN == aws_secretsmanager_secret.slack_webhook.arn && !strcontains(aws_cloudformation_stack.security_alerts_slack.template_body, "hooks.slack.com")
    error_message = "The function must read the address from Secrets Manager."
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.security_alerts_slack.template_body).Resources.Function.Properties.Code.ZipFile == file("./functions/security-alerts-slack.py")
    error_message = "The function's code must be the file that one can read."
  }

  assert {
    condition     = jsondecode(aws_cloudformation_stack.security_alerts_slack.template_body).Resources.Function.Properties.DeadLetterConfig.TargetArn == aws_sqs_queue.undelivered_alerts.arn
    error_message = "What Slack refuses must not be lost."
  }

  assert {
    condition     = alltrue([for statement in jsondecode(aws_iam_role_policy.security_alerts_slack.policy).Statement : statement.Resource != "*"])
    error_message = "The function must reach what it needs and nothing else."
  }

  assert {
    condition     = aws_lambda_permission.security_alerts_slack.source_arn == aws_sns_topic.security_alerts.arn && aws_sns_topic_subscription.security_alerts_slack.protocol == "lambda"
    error_message = "The topic, and nobody else, must call the function."
  }

  assert {
    condition     = endswith(aws_sns_topic_subscription.security_alerts_slack.endpoint, ":function:${aws_lambda_permission.security_alerts_slack.function_name}") && jsondecode(aws_cloudformation_stack.security_alerts_slack.template_body).Resources.Function.Properties.FunctionName == aws_lambda_permission.security_alerts_slack.function_name
    error_message = "Subscription and permission must be of the function that the stack makes."
  }

  # if falco-slack
  assert {
    condition     = jsondecode(aws_cloudformation_stack.security_alerts_slack.template_body).Resources.Function.Properties.Environment.Variables.SKIP_ATTRIBUTE == "rule"
    error_message = "What Falcosidekick posts itself must not be posted a second time."
  }

  assert {
    condition     = coalesce(aws_sns_topic_subscription.security_alerts_slack.filter_policy, "none") == "none"
    error_message = "A filter drops messages without attributes, and those of EventBridge have none."
  }
}
