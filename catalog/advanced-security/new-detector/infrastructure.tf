# One detector is all that an account can have in a region.
resource "aws_guardduty_detector" "this" {
  # checkov:skip=CKV2_AWS_3: What holds for an organisation is its administrator's to say, in that account.

  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

# A new detector comes with these on, and they watch, and are billed for, what is none of this platform's.
resource "aws_guardduty_detector_feature" "unasked" {
  for_each = toset(["LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "S3_DATA_EVENTS"])

  detector_id = aws_guardduty_detector.this.id
  name        = each.key
  status      = "DISABLED"
}

locals {
  # What other components see of the detector, whichever way it came about.
  guardduty_detector_id = aws_guardduty_detector.this.id
}

output "guardduty_detector_id" {
  description = "Detector of this account and region: aws guardduty create-sample-findings wants it."
  value       = aws_guardduty_detector.this.id
}
