mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "slack_is_told_and_its_address_is_a_reference" {
  command = plan

  assert {
    condition     = contains(yamldecode(helm_release.argocd.values[1]).notifications.subscriptions[0].recipients, "slack") && yamldecode(yamldecode(helm_release.argocd.values[1]).notifications.notifiers["service.webhook.slack"]).url == "$slack-webhook-url"
    error_message = "Slack must be among the recipients, by a key of the controllers' Secret."
  }
}
