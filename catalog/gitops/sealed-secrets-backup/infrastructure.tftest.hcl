mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARNs of bucket and key are known.
run "the_job_writes_one_object_and_reads_none" {
  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_role_policy.sealing_key_backup.policy).Statement : statement.Action])) == toset(["s3:PutObject", "kms:GenerateDataKey"])
    error_message = "The job must be able to write its backup, and nothing else."
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.sealing_keys.block_public_acls,
      aws_s3_bucket_public_access_block.sealing_keys.block_public_policy,
      aws_s3_bucket_public_access_block.sealing_keys.ignore_public_acls,
      aws_s3_bucket_public_access_block.sealing_keys.restrict_public_buckets,
      aws_s3_bucket_versioning.sealing_keys.versioning_configuration[0].status == "Enabled",
      one(one(aws_s3_bucket_server_side_encryption_configuration.sealing_keys.rule).apply_server_side_encryption_by_default).sse_algorithm == "aws:kms",
      !aws_s3_bucket.sealing_keys.force_destroy,
    ])
    error_message = "The bucket must be closed, encrypted by its own key and versioned, and must not be deleted with what is in it."
  }
}

run "the_longest_name_still_makes_a_bucket" {
  command = plan

  variables {
    cluster_name       = "a23456789012345678901234567890"
    environment_suffix = "b23456789012"
    argocd_host        = "argocd.platform.example.com" # if argocd
  }

  assert {
    condition     = length(aws_s3_bucket.sealing_keys.bucket) <= 63
    error_message = "The name of a bucket has at most 63 characters."
  }
}
