# An account has one detector in a region at most, so it need not be named. It belongs to others: features are switched on, nothing is
# switched off.
data "aws_guardduty_detector" "existing" {}

locals {
  # What other components see of the detector, whichever way it came about.
  guardduty_detector_id = data.aws_guardduty_detector.existing.id
}

output "guardduty_detector_id" {
  description = "Detector of this account and region: aws guardduty create-sample-findings wants it."
  value       = data.aws_guardduty_detector.existing.id
}
