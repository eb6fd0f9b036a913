mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

variables {
  namespaces = { shop = {}, batch = { pod_security = "baseline", pods = 20 } }
}

run "every_namespace_is_fenced" {
  command = plan

  assert {
    condition = alltrue([for kind, name in { ResourceQuota = "quota", LimitRange = "defaults", NetworkPolicy = "default-deny" } :
      toset(keys(var.namespaces)) == toset([for object in yamldecode(helm_release.namespaces.values[0]).manifests : object.metadata.namespace if object.kind == kind && object.metadata.name == name])
    ])
    error_message = "Every namespace must have a quota, defaults for its containers, and a policy that refuses the traffic that nobody allowed."
  }

  assert {
    condition = alltrue([for object in yamldecode(helm_release.namespaces.values[0]).manifests :
      length(object.spec.podSelector) == 0 && toset(object.spec.policyTypes) == toset(["Ingress", "Egress"]) && !can(object.spec.ingress) && !can(object.spec.egress)
      if object.kind == "NetworkPolicy" && object.metadata.name == "default-deny"
    ])
    error_message = "The policy must select every pod, in both directions, and allow nothing."
  }

  assert {
    condition = { for object in yamldecode(helm_release.namespaces.values[0]).manifests : object.metadata.name => object.metadata.labels["pod-security.kubernetes.io/enforce"] if object.kind == "Namespace" } == {
      shop  = "restricted"
      batch = "baseline"
    }
    error_message = "Every namespace must enforce its Pod Security level."
  }
}

run "nothing_of_a_namespace_is_deleted_with_the_list" {
  command = plan

  assert {
    condition     = alltrue([for object in yamldecode(helm_release.namespaces.values[0]).manifests : object.metadata.annotations["helm.sh/resource-policy"] == "keep"])
    error_message = "Every object must carry the policy that makes Helm keep it."
  }
}

run "namespaces_of_kubernetes_are_refused" {
  command = plan

  variables {
    namespaces = { kube-system = {} }
  }

  expect_failures = [var.namespaces]
}

run "namespaces_of_the_platform_are_refused" {
  command = plan

  variables {
    namespaces = { shop = {}, external-secrets = {} }
  }

  expect_failures = [helm_release.namespaces]
}
