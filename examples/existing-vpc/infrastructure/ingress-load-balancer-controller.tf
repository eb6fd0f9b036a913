# The association comes before the pods: they get their identity when they start.
resource "aws_eks_pod_identity_association" "load_balancer_controller" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "kube-system"
  service_account = "aws-load-balancer-controller"
  role_arn        = aws_iam_role.load_balancer_controller.arn
}

resource "aws_iam_role" "load_balancer_controller" {
  name                 = "${local.name}-load-balancer"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
}

locals {
  # The controller puts this tag on whatever it makes. Its makers' policy asks only that the tag be there, and of listeners, rules and targets
  # not even that; with the cluster's name in it, the controller of one cluster cannot change what that of another has made.
  load_balancer_made    = { "aws:ResourceTag/elbv2.k8s.aws/cluster" = local.name }
  load_balancer_to_make = { "aws:RequestTag/elbv2.k8s.aws/cluster" = local.name }

  load_balancer_security_groups = "arn:${local.partition}:ec2:${var.aws_region}:*:security-group/*"
  load_balancer_arns            = "arn:${local.partition}:elasticloadbalancing:${var.aws_region}:${local.account_id}"
}

resource "aws_iam_role_policy" "load_balancer_controller" {
  name = "manage-load-balancers"
  role = aws_iam_role.load_balancer_controller.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        # Nothing of this can be told apart by resource. Cognito is read for an Ingress that logs its users in there.
        Sid    = "Look"
        Effect = "Allow"
        Action = [
          "acm:DescribeCertificate",
          "acm:ListCertificates",
          "cognito-idp:DescribeUserPoolClient",
          "ec2:DescribeAccountAttributes",
          "ec2:DescribeAddresses",
          "ec2:DescribeAvailabilityZones",
          "ec2:DescribeCoipPools",
          "ec2:DescribeInstances",
          "ec2:DescribeInternetGateways",
          "ec2:DescribeIpamPools",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeRouteTables",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSubnets",
          "ec2:DescribeTags",
          "ec2:DescribeVpcPeeringConnections",
          "ec2:DescribeVpcs",
          "ec2:GetCoipPoolUsage",
          "ec2:GetSecurityGroupsForVpc",
          "elasticloadbalancing:DescribeCapacityReservation",
          "elasticloadbalancing:DescribeListenerAttributes",
          "elasticloadbalancing:DescribeListenerCertificates",
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeLoadBalancerAttributes",
          "elasticloadbalancing:DescribeLoadBalancers",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeSSLPolicies",
          "elasticloadbalancing:DescribeTags",
          "elasticloadbalancing:DescribeTargetGroupAttributes",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetHealth",
          "elasticloadbalancing:DescribeTrustStores",
          "iam:GetServerCertificate",
          "iam:ListServerCertificates",
          "wafv2:GetWebACL",
          "wafv2:GetWebACLForResource",
        ]
        Resource = "*"
      },
      {
        # The first load balancer of an account needs the role that the service itself works with.
        Sid       = "ServiceLinkedRole"
        Effect    = "Allow"
        Action    = "iam:CreateServiceLinkedRole"
        Resource  = "*"
        Condition = { StringEquals = { "iam:AWSServiceName" = "elasticloadbalancing.amazonaws.com" } }
      },
      {
        Sid      = "WebFirewall"
        Effect   = "Allow"
        Action   = ["wafv2:AssociateWebACL", "wafv2:DisassociateWebACL"]
        Resource = "*"
      },

      # --- Security groups: of its own, and the nodes', into which it lets the load balancers.
      {
        Sid      = "MakeSecurityGroups"
        Effect   = "Allow"
        Action   = "ec2:CreateSecurityGroup"
        Resource = [local.load_balancer_security_groups, "arn:${local.partition}:ec2:${var.aws_region}:*:vpc/${local.vpc_id}"]
      },
      {
        Sid      = "TagNewSecurityGroups"
        Effect   = "Allow"
        Action   = "ec2:CreateTags"
        Resource = local.load_balancer_security_groups
        Condition = {
          StringEquals = merge({ "ec2:CreateAction" = "CreateSecurityGroup" }, local.load_balancer_to_make)
        }
      },
      {
        Sid      = "RetagSecurityGroups"
        Effect   = "Allow"
        Action   = ["ec2:CreateTags", "ec2:DeleteTags"]
        Resource = local.load_balancer_security_groups
        Condition = {
          StringEquals = local.load_balancer_made
          Null         = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "true" }
        }
      },
      {
        Sid       = "ChangeSecurityGroups"
        Effect    = "Allow"
        Action    = ["ec2:AuthorizeSecurityGroupIngress", "ec2:DeleteSecurityGroup", "ec2:RevokeSecurityGroupIngress"]
        Resource  = local.load_balancer_security_groups
        Condition = { StringEquals = local.load_balancer_made }
      },
      {
        Sid    = "LetLoadBalancersReachNodes"
        Effect = "Allow"
        Action = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"]
        Resource = [
          aws_security_group.node.arn,
          "arn:${local.partition}:ec2:${var.aws_region}:${local.account_id}:security-group-rule/*",
        ]
      },

      # --- Load balancers, target groups, listeners and rules.
      {
        Sid       = "Make"
        Effect    = "Allow"
        Action    = ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"]
        Resource  = "*"
        Condition = { StringEquals = local.load_balancer_to_make }
      },
      {
        Sid    = "TagNew"
        Effect = "Allow"
        Action = "elasticloadbalancing:AddTags"
        Resource = [
          "${local.load_balancer_arns}:loadbalancer/app/*/*",
          "${local.load_balancer_arns}:loadbalancer/net/*/*",
          "${local.load_balancer_arns}:targetgroup/*/*",
        ]
        Condition = {
          StringEquals = merge({ "elasticloadbalancing:CreateAction" = ["CreateLoadBalancer", "CreateTargetGroup"] }, local.load_balancer_to_make)
        }
      },
      {
        Sid    = "Retag"
        Effect = "Allow"
        Action = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"]
        Resource = [
          "${local.load_balancer_arns}:loadbalancer/app/*/*",
          "${local.load_balancer_arns}:loadbalancer/net/*/*",
          "${local.load_balancer_arns}:targetgroup/*/*",
        ]
        Condition = {
          StringEquals = local.load_balancer_made
          Null         = { "aws:RequestTag/elbv2.k8s.aws/cluster" = "true" }
        }
      },
      {
        Sid    = "Change"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:DeleteTargetGroup",
          "elasticloadbalancing:ModifyCapacityReservation",
          "elasticloadbalancing:ModifyIpPools",
          "elasticloadbalancing:ModifyListenerAttributes",
          "elasticloadbalancing:ModifyLoadBalancerAttributes",
          "elasticloadbalancing:ModifyTargetGroup",
          "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:SetIpAddressType",
          "elasticloadbalancing:SetSecurityGroups",
          "elasticloadbalancing:SetSubnets",
        ]
        Resource  = "*"
        Condition = { StringEquals = local.load_balancer_made }
      },
      {
        # A listener or rule may have no tag, if the controller is told not to tag them: another cluster's is what these must not touch.
        Sid    = "Listen"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddListenerCertificates",
          "elasticloadbalancing:CreateListener",
          "elasticloadbalancing:CreateRule",
          "elasticloadbalancing:DeleteListener",
          "elasticloadbalancing:DeleteRule",
          "elasticloadbalancing:ModifyListener",
          "elasticloadbalancing:ModifyRule",
          "elasticloadbalancing:RemoveListenerCertificates",
          "elasticloadbalancing:SetRulePriorities",
          "elasticloadbalancing:SetWebAcl",
        ]
        Resource  = "*"
        Condition = { StringEqualsIfExists = local.load_balancer_made }
      },
      {
        Sid    = "TagListeners"
        Effect = "Allow"
        Action = ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"]
        Resource = [
          "${local.load_balancer_arns}:listener-rule/app/*/*/*",
          "${local.load_balancer_arns}:listener-rule/net/*/*/*",
          "${local.load_balancer_arns}:listener/app/*/*/*",
          "${local.load_balancer_arns}:listener/net/*/*/*",
        ]
        Condition = { StringEqualsIfExists = local.load_balancer_made }
      },
      {
        # A target group that you make yourself for a TargetGroupBinding needs the tag as well.
        Sid       = "Register"
        Effect    = "Allow"
        Action    = ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"]
        Resource  = "${local.load_balancer_arns}:targetgroup/*/*"
        Condition = { StringEquals = local.load_balancer_made }
      },
    ]
  })
}
