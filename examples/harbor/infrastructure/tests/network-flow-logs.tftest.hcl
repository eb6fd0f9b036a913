mock_provider "aws" {
  source = "./tests/mocks"
}

# Applied, because only then the ARN of the key is known.
run "flow_logs_are_encrypted_and_kept" {
  variables {
    log_retention_days = 365
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow_logs.kms_key_id == aws_kms_key.flow_logs.arn && aws_kms_key.flow_logs.enable_key_rotation
    error_message = "The flow logs must be encrypted with their own key, and the key must rotate."
  }

  assert {
    condition     = aws_cloudwatch_log_group.flow_logs.retention_in_days == 365
    error_message = "The flow logs must be kept for as long as log_retention_days says."
  }

  assert {
    condition     = aws_flow_log.this.traffic_type == "ALL"
    error_message = "By default all traffic is recorded."
  }
}
