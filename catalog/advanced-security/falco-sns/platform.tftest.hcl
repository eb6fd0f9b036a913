mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "the_topic_is_told_by_an_identity_and_no_key" {
  command = plan

  # if falco-slack
  assert {
    condition     = yamldecode(helm_release.falco.values[3]).falcosidekick.config.aws.sns.topicarn == data.aws_sns_topic.security_alerts.arn
    error_message = "Falcosidekick must publish to the topic of security alerts, also beside Slack."
  }

  assert {
    condition     = yamldecode(helm_release.falco.values[length(helm_release.falco.values) - 1]).falcosidekick.config.aws.useirsa == false && !can(yamldecode(helm_release.falco.values[length(helm_release.falco.values) - 1]).falcosidekick.config.aws.rolearn)
    error_message = "The identity must come from the association: a role in the values would win over it."
  }

  assert {
    condition     = yamldecode(helm_release.falco.values[length(helm_release.falco.values) - 1]).falcosidekick.image.tag == "2.31.1"
    error_message = "Falcosidekick must be of a version that takes the identity of an association: look at its SDK before you raise it."
  }

  assert {
    condition     = output.falco_topic.minimum_priority == "critical"
    error_message = "By default only critical alerts go out by e-mail."
  }
}

run "an_unknown_priority_is_refused" {
  command = plan

  variables {
    falco_sns_minimum_priority = "high"
  }

  expect_failures = [var.falco_sns_minimum_priority]
}
