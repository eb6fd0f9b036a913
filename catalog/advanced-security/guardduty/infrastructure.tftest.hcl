mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_audit_log_is_read" {
  command = plan

  assert {
    condition     = aws_guardduty_detector_feature.eks_audit_logs.name == "EKS_AUDIT_LOGS" && aws_guardduty_detector_feature.eks_audit_logs.status == "ENABLED"
    error_message = "GuardDuty must read the cluster's audit log."
  }
}
