mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "slack_is_told_by_a_secret" {
  command = plan

  variables {
    falco_slack_minimum_priority = "error"
  }

  assert {
    condition     = yamldecode(helm_release.falco.values[2]).falcosidekick.config == { existingSecret = "falco-falcosidekick-slack", slack = { minimumpriority = "error" } }
    error_message = "Falcosidekick must read the address from its Secret, and post from the priority on that was asked for."
  }

  assert {
    condition     = yamldecode(helm_release.falco_slack.values[0]).manifests[0].spec.data[0].secretKey == "SLACK_WEBHOOKURL"
    error_message = "The Secret must have the key that Falcosidekick reads."
  }

  assert {
    condition     = contains(yamldecode(helm_release.secret_store.values[0]).manifests[0].spec.conditions[0].namespaces, "falco")
    error_message = "The store must be open to Falco's namespace."
  }
}

run "an_unknown_priority_is_refused" {
  command = plan

  variables {
    falco_slack_minimum_priority = "high"
  }

  expect_failures = [var.falco_slack_minimum_priority]
}
