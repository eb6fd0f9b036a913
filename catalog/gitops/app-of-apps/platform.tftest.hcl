mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

variables {
  cluster_name    = "harbor"
  domain_name     = "platform.example.com"
  gitops_repo_url = "https://github.com/example-org/deployments.git"
  namespaces      = { shop = {}, batch = {} }
}

run "a_project_reaches_its_namespace_and_nothing_else" {
  command = plan

  assert {
    condition = { for object in yamldecode(helm_release.app_of_apps.values[0]).manifests : object.metadata.name => [for destination in object.spec.destinations : destination.namespace] if object.kind == "AppProject" } == {
      default = []
      root    = ["argocd"]
      shop    = ["shop"]
      batch   = ["batch"]
    }
    error_message = "Each namespace must have a project of its own, and the root's must reach Argo CD's namespace alone."
  }

  assert {
    condition     = alltrue([for object in yamldecode(helm_release.app_of_apps.values[0]).manifests : length(object.spec.clusterResourceWhitelist) == 0 && length(setsubtract(object.spec.sourceRepos, [var.gitops_repo_url])) == 0 if object.kind == "AppProject"])
    error_message = "No project may touch what belongs to the cluster, or take another repository."
  }
}

# A role bound to a service account of the namespace would take its quota, its policies and its Pod Security level off.
run "a_project_lets_workloads_through_and_no_fences" {
  command = plan

  assert {
    condition = alltrue([for object in yamldecode(helm_release.app_of_apps.values[0]).manifests :
      length(object.spec.namespaceResourceWhitelist) > 0 && length(setintersection([for allowed in object.spec.namespaceResourceWhitelist : allowed.kind], [
        "*", "EndpointSlice", "Endpoints", "LimitRange", "Namespace", "PushSecret", "ResourceQuota", "Role", "RoleBinding", "SecretStore", "TargetGroupBinding",
      ])) == 0
      if object.kind == "AppProject" && contains(keys(var.namespaces), object.metadata.name)
    ])
    error_message = "No application may bring roles, quotas, stores or anything else that is not a workload."
  }

  assert {
    condition = alltrue([for object in yamldecode(helm_release.app_of_apps.values[0]).manifests :
      length(setsubtract(["ConfigMap", "Deployment", "Ingress", "NetworkPolicy", "Secret", "Service", "ServiceAccount"], [for allowed in object.spec.namespaceResourceWhitelist : allowed.kind])) == 0
      if object.kind == "AppProject" && contains(keys(var.namespaces), object.metadata.name)
    ])
    error_message = "Applications must be able to bring workloads, and the network policies that let them talk."
  }
}

run "the_default_project_is_closed" {
  command = plan

  assert {
    condition = one([for object in yamldecode(helm_release.app_of_apps.values[0]).manifests :
      length(object.spec.sourceRepos) == 0 && length(object.spec.destinations) == 0 && length(object.spec.clusterResourceWhitelist) == 0 && object.metadata.annotations["helm.sh/resource-policy"] == "keep"
      if object.kind == "AppProject" && object.metadata.name == "default"
    ])
    error_message = "The project that Argo CD makes for everybody must allow nothing, and must not go with the release: the next start would open it again."
  }

  assert {
    condition     = helm_release.app_of_apps.take_ownership
    error_message = "Argo CD makes the default project first, so the release must take it over."
  }
}

run "the_root_reads_what_the_cluster_says" {
  command = plan

  assert {
    condition = alltrue([for object in yamldecode(helm_release.app_of_apps.values[0]).manifests :
      object.metadata.labels["argocd.argoproj.io/secret-type"] == "cluster" &&
      object.metadata.annotations["platform/namespaces"] == "batch,shop" &&
      object.metadata.annotations["platform/registry"] == "111122223333.dkr.ecr.us-east-1.amazonaws.com" &&
      object.metadata.annotations["platform/domain"] == "platform.example.com"
      if object.kind == "Secret"
    ])
    error_message = "The cluster's Secret must carry the facts."
  }

  assert {
    condition = alltrue([for object in yamldecode(helm_release.app_of_apps.values[0]).manifests :
      object.spec.generators[0].clusters.selector.matchLabels["platform/cluster-name"] == "harbor" &&
      strcontains(object.spec.template.spec.source.helm.values, "toJson .metadata.annotations") &&
      object.spec.template.spec.project == "root"
      if object.kind == "ApplicationSet"
    ])
    error_message = "The root must select this cluster, and hand on its facts."
  }
}

run "credentials_in_the_address_are_refused" {
  command = plan

  variables {
    gitops_repo_url = "https://robot:token@github.com/example-org/deployments.git"
  }

  expect_failures = [var.gitops_repo_url]
}

run "a_namespace_called_root_is_refused" {
  command = plan

  variables {
    namespaces = { root = {} }
  }

  expect_failures = [helm_release.app_of_apps]
}
