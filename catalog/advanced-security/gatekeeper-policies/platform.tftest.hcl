mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "rules_report_before_they_refuse" {
  command = plan

  assert {
    condition     = alltrue([for constraint in yamldecode(helm_release.gatekeeper_constraints.values[0]).manifests : constraint.spec.enforcementAction == "dryrun"])
    error_message = "By default nothing must be refused."
  }

  assert {
    condition     = alltrue([for constraint in yamldecode(helm_release.gatekeeper_constraints.values[0]).manifests : contains(constraint.spec.match.excludedNamespaces, "kube-system") && contains(constraint.spec.match.excludedNamespaces, "gatekeeper-system")])
    error_message = "The platform's namespaces must be left alone."
  }
}

run "each_constraint_has_its_template_and_is_waited_for" {
  command = plan

  assert {
    condition = toset([for constraint in yamldecode(helm_release.gatekeeper_constraints.values[0]).manifests : constraint.kind]) == toset([
      for template in yamldecode(helm_release.gatekeeper_templates.values[0]).manifests : template.spec.crd.spec.names.kind if template.kind == "ConstraintTemplate"
    ])
    error_message = "Each constraint must be of a kind that a template makes, and each template must be used."
  }

  assert {
    condition = alltrue([for template in yamldecode(helm_release.gatekeeper_templates.values[0]).manifests :
      template.metadata.name == lower(template.spec.crd.spec.names.kind) && startswith(template.spec.targets[0].rego, "package ${template.metadata.name}\n") if template.kind == "ConstraintTemplate"
    ])
    error_message = "Gatekeeper takes a template only by the name of its kind in lower case."
  }

  assert {
    condition = alltrue(flatten([for job in yamldecode(helm_release.gatekeeper_templates.values[0]).manifests : [
      length(job.spec.template.spec.initContainers[0].args) - 3 == length(local.gatekeeper_templates),
      contains(job.spec.template.spec.containers[0].args, "customresourcedefinition/platformrequiredlabels.constraints.gatekeeper.sh"),
      job.metadata.annotations["helm.sh/hook"] == "post-install,post-upgrade",
    ] if job.kind == "Job"]))
    error_message = "The release of the templates must end only when every definition is there."
  }

  assert {
    condition = alltrue([for job in yamldecode(helm_release.gatekeeper_templates.values[0]).manifests :
      job.spec.template.spec.restartPolicy == "Never" && job.spec.backoffLimit > 0 && !strcontains(job.metadata.annotations["helm.sh/hook-delete-policy"], "hook-failed") if job.kind == "Job"
    ])
    error_message = "A wait that fails must leave its log behind, and be tried again."
  }
}

run "images_come_from_the_own_registry_unless_others_are_named" {
  command = plan

  variables {
    aws_region = "eu-central-1"
  }

  assert {
    condition     = [for constraint in yamldecode(helm_release.gatekeeper_constraints.values[0]).manifests : constraint.spec.parameters.registries if constraint.kind == "PlatformAllowedRegistries"] == [["111122223333.dkr.ecr.eu-central-1.amazonaws.com/"]]
    error_message = "Without a list the account's own registry is allowed, and no other."
  }
}

run "a_registry_without_its_slash_is_refused" {
  command = plan

  variables {
    allowed_registries = ["docker.io/library"]
  }

  expect_failures = [var.allowed_registries]
}

run "an_unknown_action_is_refused" {
  command = plan

  variables {
    gatekeeper_enforcement_action = "enforce"
  }

  expect_failures = [var.gatekeeper_enforcement_action]
}

run "a_label_with_a_blank_is_refused" {
  command = plan

  variables {
    required_labels = ["cost centre"]
  }

  expect_failures = [var.required_labels]
}
