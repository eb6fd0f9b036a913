mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "falco_watches_every_node_without_a_module" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.falco.values[0]).driver.kind == "modern_ebpf" && yamldecode(helm_release.falco.values[0]).driver.modernEbpf.leastPrivileged
    error_message = "Falco must take the kernel's own interface, with the least privileges."
  }

  assert {
    condition     = yamldecode(helm_release.falco.values[0]).tolerations == [{ operator = "Exists" }]
    error_message = "Falco must run on every node, whatever taint it has."
  }

  assert {
    condition     = yamldecode(helm_release.falco.values[0]).podPriorityClassName == "system-node-critical"
    error_message = "A full node must not keep Falco waiting."
  }
}

run "only_programs_of_the_list_may_start" {
  command = plan

  variables {
    falco_allowed_processes = ["java"]
  }

  assert {
    condition     = [for item in yamldecode(yamldecode(helm_release.falco.values[0]).customRules["platform.yaml"]) : item.items if try(item.list, "") == "allowed_processes"] == [["java"]]
    error_message = "The list must be what the variable says."
  }

  assert {
    condition     = length([for item in yamldecode(yamldecode(helm_release.falco.values[0]).customRules["platform.yaml"]) : item if try(item.rule, "") == "Unauthorized Process in Container" && strcontains(try(item.condition, ""), "not proc.name in (allowed_processes)")]) == 1
    error_message = "A program that is not on the list must be reported."
  }

  assert {
    condition     = contains([for item in yamldecode(yamldecode(helm_release.falco.values[0]).customRules["platform.yaml"]) : item.items if try(item.list, "") == "platform_namespaces"][0], "kube-system")
    error_message = "The rules must leave the platform's namespaces alone."
  }
}

run "an_empty_list_is_refused" {
  command = plan

  variables {
    falco_allowed_processes = []
  }

  expect_failures = [var.falco_allowed_processes]
}

run "a_path_is_refused" {
  command = plan

  variables {
    falco_allowed_processes = ["/usr/bin/java"]
  }

  expect_failures = [var.falco_allowed_processes]
}
