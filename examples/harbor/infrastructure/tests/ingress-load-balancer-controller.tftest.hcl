mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the policy is known: it names the nodes' security group and the VPC.
run "controller_changes_what_it_made_for_this_cluster" {
  variables {
    cluster_name = "harbor"
  }

  assert {
    condition     = aws_eks_pod_identity_association.load_balancer_controller.service_account == "aws-load-balancer-controller" && aws_eks_pod_identity_association.load_balancer_controller.namespace == "kube-system"
    error_message = "The controller must have an identity of its own, for its own service account."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.load_balancer_controller.policy).Statement :
      try(statement.Condition.StringEquals["aws:ResourceTag/elbv2.k8s.aws/cluster"], "") == "harbor"
      if contains(["Change", "ChangeSecurityGroups", "Register", "Retag", "RetagSecurityGroups"], statement.Sid)
    ])
    error_message = "What it changes must carry the name of this cluster."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.load_balancer_controller.policy).Statement :
      try(statement.Condition.StringEqualsIfExists["aws:ResourceTag/elbv2.k8s.aws/cluster"], "") == "harbor"
      if contains(["Listen", "TagListeners"], statement.Sid)
    ])
    error_message = "Listeners and rules that carry the name of another cluster must be out of its reach."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.load_balancer_controller.policy).Statement :
      can(statement.Condition) || contains(["LetLoadBalancersReachNodes", "Look", "MakeSecurityGroups", "WebFirewall"], statement.Sid)
    ])
    error_message = "What changes load balancers must have a condition."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.load_balancer_controller.policy).Statement :
      try(statement.Condition.StringEquals["aws:RequestTag/elbv2.k8s.aws/cluster"], "") == "harbor"
      if contains(["Make", "TagNew", "TagNewSecurityGroups"], statement.Sid)
    ])
    error_message = "What it makes must carry the name of this cluster."
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.load_balancer_controller.policy).Statement :
      contains(statement.Resource, aws_security_group.node.arn)
      if statement.Sid == "LetLoadBalancersReachNodes"
    ])
    error_message = "Without a condition it may change the rules of the nodes' security group alone."
  }
}
