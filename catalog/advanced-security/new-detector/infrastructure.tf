# One detector is all that an account can have in a region.
resource "aws_guardduty_detector" "this" {
  # checkov:skip=CKV2_AWS_3: What holds for an organisation is its administrator's to say, in that account.

  enable                       = true
  finding_publishing_frequency = "FIFTEEN_MINUTES"
}

locals {
  # AWS switches these on in a new detector, and bills them. On stays what a component here asks for: it owns its feature.
  guardduty_unasked = setsubtract(
    ["EBS_MALWARE_PROTECTION", "EKS_AUDIT_LOGS", "LAMBDA_NETWORK_LOGS", "RDS_LOGIN_EVENTS", "S3_DATA_EVENTS"],
    concat(
      [],
      ["EBS_MALWARE_PROTECTION"], # if malware-protection
      ["EKS_AUDIT_LOGS"],         # if guardduty
    ),
  )
}

resource "aws_guardduty_detector_feature" "unasked" {
  for_each = local.guardduty_unasked

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
