mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "failures_are_told" {
  command = plan

  assert {
    condition     = toset(keys(yamldecode(helm_release.argocd.values[1]).notifications.triggers)) == toset(["trigger.on-sync-failed", "trigger.on-health-degraded"])
    error_message = "A failed sync and a degraded application must trigger a message."
  }

  assert {
    condition     = alltrue([for name, trigger in yamldecode(helm_release.argocd.values[1]).notifications.triggers : contains(keys(yamldecode(helm_release.argocd.values[1]).notifications.templates), "template.${yamldecode(trigger)[0].send[0]}")])
    error_message = "Each trigger must have the template that it sends."
  }

  # if rollouts
  assert {
    condition     = can(yamldecode(helm_release.rollouts.values[1]).notifications.triggers["trigger.on-rollout-aborted"])
    error_message = "An aborted rollout must trigger a message."
  }
}
