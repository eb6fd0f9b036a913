mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "the_image_updater_git_credential_is_kept_under_the_platforms_key" {
  variables {
    cluster_name = "harbor"
  }

  assert {
    condition     = aws_secretsmanager_secret.image_updater_git.name == "harbor/platform/image-updater-git" && aws_secretsmanager_secret.image_updater_git.kms_key_id == aws_kms_key.platform_secrets.arn
    error_message = "The secret must lie below the platform's prefix, where External Secrets may read, under its key."
  }

  assert {
    condition     = aws_secretsmanager_secret_version.image_updater_git.secret_string == null && aws_secretsmanager_secret_version.image_updater_git.secret_string_wo == null
    error_message = "The credential must not be in the state."
  }
}

run "it_reads_images_and_changes_none" {
  command = plan

  assert {
    condition = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.image_updater.policy).Statement :
      [for action in flatten([statement.Action]) : can(regex("^ecr:(Batch(Check|Get)|Describe|Get|List)", action))]
    ]))
    error_message = "Image Updater must not be able to push or delete an image."
  }
}
