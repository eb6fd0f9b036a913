# GuardDuty takes the audit log from EKS itself: which logs the cluster keeps in CloudWatch makes no difference to it.
resource "aws_guardduty_detector_feature" "eks_audit_logs" {
  detector_id = local.guardduty_detector_id
  name        = "EKS_AUDIT_LOGS"
  status      = "ENABLED"
}
