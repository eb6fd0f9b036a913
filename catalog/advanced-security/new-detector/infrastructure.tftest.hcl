mock_provider "aws" {
  source = "./tests/mocks"
}

run "findings_come_within_a_quarter_of_an_hour" {
  command = plan

  assert {
    condition     = aws_guardduty_detector.this.enable && aws_guardduty_detector.this.finding_publishing_frequency == "FIFTEEN_MINUTES"
    error_message = "The detector must run, and tell of what happens again without hours of delay."
  }
}
