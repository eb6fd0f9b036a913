mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "log_groups_are_encrypted_and_kept" {
  assert {
    condition     = length(aws_cloudwatch_log_group.container_insights) == 4 && alltrue([for group in aws_cloudwatch_log_group.container_insights : group.kms_key_id == aws_kms_key.container_insights.arn])
    error_message = "The four log groups must be encrypted with their own key."
  }

  assert {
    condition     = alltrue([for group in aws_cloudwatch_log_group.container_insights : group.retention_in_days == var.log_retention_days])
    error_message = "The logs must be kept for as long as log_retention_days says."
  }
}
