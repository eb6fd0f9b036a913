mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

variables {
  cluster_name         = "harbor"
  domain_name          = "platform.example.com"
  github_org           = "example-org"
  argocd_admin_team    = "admins"
  argocd_allowed_cidrs = ["10.8.0.0/16", "192.168.0.0/24"]
}

run "it_survives_the_loss_of_a_node" {
  command = plan

  assert {
    condition = alltrue([for part in ["server", "repoServer"] :
      yamldecode(helm_release.argocd.values[0])[part].autoscaling.enabled &&
      yamldecode(helm_release.argocd.values[0])[part].autoscaling.minReplicas == 2 &&
      yamldecode(helm_release.argocd.values[0])[part].autoscaling.maxReplicas == 5 &&
      can(yamldecode(helm_release.argocd.values[0])[part].resources.requests.cpu) &&
      yamldecode(helm_release.argocd.values[0])[part].pdb.maxUnavailable == 1
    ])
    error_message = "Servers and repository servers must scale by what they request, and give up one at a time."
  }

  assert {
    condition     = yamldecode(helm_release.argocd.values[0])["redis-ha"].enabled && yamldecode(helm_release.argocd.values[0]).applicationSet.replicas == 2 && yamldecode(helm_release.argocd.values[0]).global.topologySpreadConstraints[0].topologyKey == "topology.kubernetes.io/zone"
    error_message = "The cache must have replicas, and all of it must spread over zones."
  }
}

run "people_log_in_with_github_and_only_the_team_administers" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.argocd.values[0]).configs.cm["admin.enabled"] == false
    error_message = "There must be no local administrator."
  }

  assert {
    condition     = yamldecode(yamldecode(helm_release.argocd.values[0]).configs.cm["dex.config"]).connectors[0].config.orgs == [{ name = "example-org" }]
    error_message = "Only members of the organisation may log in."
  }

  assert {
    condition     = yamldecode(yamldecode(helm_release.argocd.values[0]).configs.cm["dex.config"]).connectors[0].config.clientSecret == "$argocd-github:clientSecret"
    error_message = "The client secret must be a reference."
  }

  assert {
    condition     = yamldecode(helm_release.argocd.values[0]).configs.rbac["policy.default"] == "role:readonly" && yamldecode(helm_release.argocd.values[0]).configs.rbac["policy.csv"] == "g, example-org:admins, role:admin\n"
    error_message = "The team must administer, and everyone else read."
  }
}

run "it_is_reached_by_tls_from_the_ranges_alone" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.argocd.values[0]).global.domain == "argocd.harbor.platform.example.com" && output.argocd_url == "https://argocd.harbor.platform.example.com"
    error_message = "The host name must be made from the name of the cluster."
  }

  assert {
    condition = { for key, value in yamldecode(helm_release.argocd.values[0]).server.ingress.annotations : trimprefix(key, "alb.ingress.kubernetes.io/") => value if contains(["scheme", "inbound-cidrs", "ssl-redirect", "certificate-arn"], trimprefix(key, "alb.ingress.kubernetes.io/")) } == {
      scheme            = "internal"
      "inbound-cidrs"   = "10.8.0.0/16,192.168.0.0/24"
      "ssl-redirect"    = "443"
      "certificate-arn" = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
    }
    error_message = "The load balancer must be internal unless something else is said, take its certificate, and let in the ranges alone."
  }
}

run "another_host_is_taken" {
  command = plan

  variables {
    argocd_host = "cd.platform.example.com"
  }

  assert {
    condition     = yamldecode(helm_release.argocd.values[0]).global.domain == "cd.platform.example.com"
    error_message = "A host name that is given must be taken."
  }
}

run "no_ranges_are_refused" {
  command = plan

  variables {
    argocd_allowed_cidrs = []
  }

  expect_failures = [var.argocd_allowed_cidrs]
}

run "fewer_at_most_than_at_rest_are_refused" {
  command = plan

  variables {
    argocd_min_replicas = 3
    argocd_max_replicas = 2
  }

  expect_failures = [var.argocd_max_replicas]
}
