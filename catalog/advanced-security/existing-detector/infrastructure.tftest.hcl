mock_provider "aws" {
  source = "./tests/mocks"
}

run "the_detector_that_is_there_is_taken" {
  command = plan

  assert {
    condition     = output.guardduty_detector_id == data.aws_guardduty_detector.existing.id
    error_message = "No second detector can be made in an account and region."
  }
}
