mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "the_job_may_list_the_keys_and_runs_unprivileged" {
  command = plan

  assert {
    condition     = alltrue([for object in yamldecode(helm_release.sealing_key_backup.values[0]).manifests : object.rules == [{ apiGroups = [""], resources = ["secrets"], verbs = ["list"] }] if object.kind == "Role"])
    error_message = "The job must be able to list Secrets in its namespace, and nothing else."
  }

  assert {
    condition = alltrue([for object in yamldecode(helm_release.sealing_key_backup.values[0]).manifests :
      object.spec.jobTemplate.spec.template.spec.securityContext.runAsNonRoot && alltrue([for volume in object.spec.jobTemplate.spec.template.spec.volumes : volume.emptyDir.medium == "Memory"])
      if object.kind == "CronJob"
    ])
    error_message = "The job must run as nobody in particular, and keep the keys in memory."
  }
}
