mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "the_mail_server_is_asked_by_the_sender_with_a_reference" {
  command = plan

  variables {
    smtp_sender             = "platform@example.com"
    notification_recipients = ["oncall@example.com"]
  }

  assert {
    condition = yamldecode(yamldecode(helm_release.argocd.values[1]).notifications.notifiers["service.email"]) == {
      host     = "email-smtp.us-east-1.amazonaws.com"
      port     = 587
      from     = "platform@example.com"
      username = "platform@example.com"
      password = "$smtp-password"
    }
    error_message = "The mail server's password must be a key of the controllers' Secret."
  }

  assert {
    condition     = contains(yamldecode(helm_release.argocd.values[1]).notifications.subscriptions[0].recipients, "email:oncall@example.com")
    error_message = "Whoever is named must get the mails."
  }
}

run "the_port_that_aws_blocks_is_refused" {
  command = plan

  variables {
    smtp_port = 25
  }

  expect_failures = [var.smtp_port]
}
