# shellcheck shell=bash
expect "GuardDuty, audit logs of EKS" ENABLED \
  "$(ask guardduty get-detector --detector-id "$(output guardduty_detector_id)" --query "Features[?Name=='EKS_AUDIT_LOGS'].Status | [0]")"
