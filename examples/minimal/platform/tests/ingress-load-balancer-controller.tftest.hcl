mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "load_balancers_are_found_by_tag_and_controlled_by_two" {
  command = plan

  variables {
    cluster_name = "harbor"
  }

  assert {
    condition     = yamldecode(helm_release.load_balancer_controller.values[0]).defaultTags.Cluster == "harbor"
    error_message = "Load balancers must carry the cluster's tag, or nobody finds those that were left behind."
  }

  assert {
    condition     = yamldecode(helm_release.load_balancer_controller.values[0]).replicaCount == 2 && yamldecode(helm_release.load_balancer_controller.values[0]).podDisruptionBudget.maxUnavailable == 1
    error_message = "The controller must run twice, with a disruption budget."
  }

  assert {
    condition     = yamldecode(helm_release.load_balancer_controller.values[0]).vpcId == "vpc-0123456789abcdef0" && yamldecode(helm_release.load_balancer_controller.values[0]).region == var.aws_region
    error_message = "Pods do not reach the instance metadata, so the controller must be told VPC and region."
  }

  assert {
    condition     = yamldecode(helm_release.load_balancer_controller.values[0]).serviceMutatorWebhookConfig.failurePolicy == "Ignore"
    error_message = "No Service may wait for the controller."
  }
}
