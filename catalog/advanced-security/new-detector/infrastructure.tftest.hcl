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
    condition     = toset(keys(aws_guardduty_detector_feature.unasked)) == toset(["LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "S3_DATA_EVENTS"]) && alltrue([for feature in aws_guardduty_detector_feature.unasked : feature.status == "DISABLED"])
    error_message = "What nobody asked for must not be billed."
  }
}
