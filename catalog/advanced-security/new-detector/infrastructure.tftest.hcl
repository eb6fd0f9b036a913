mock_provider "aws" {
  source = "./tests/mocks"
}

run "findings_come_within_a_quarter_of_an_hour" {
  command = plan

  assert {
    condition     = aws_guardduty_detector.this.enable && aws_guardduty_detector.this.finding_publishing_frequency == "FIFTEEN_MINUTES"
    error_message = "The detector must run, and tell of what happens again without hours of delay."
  }

  assert {
    condition     = alltrue([for name, feature in aws_guardduty_detector_feature.unasked : feature.name == name && feature.status == "DISABLED"])
    error_message = "What nobody asked for must not be billed."
  }

  assert {
    condition = toset(keys(aws_guardduty_detector_feature.unasked)) == setsubtract(
      ["EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "S3_DATA_EVENTS"],
      concat(
        [],
        [aws_guardduty_detector_feature.malware_protection.name], # if malware-protection
        [aws_guardduty_detector_feature.eks_audit_logs.name],     # if guardduty
      ),
    )
    error_message = "Of what AWS switches on by itself, each feature must be off or a component's, and never both."
  }
}
