# shellcheck shell=bash
expect "GuardDuty, runtime monitoring" ENABLED \
  "$(ask guardduty get-detector --detector-id "$(output guardduty_detector_id)" --query "Features[?Name=='RUNTIME_MONITORING'].Status | [0]")"
