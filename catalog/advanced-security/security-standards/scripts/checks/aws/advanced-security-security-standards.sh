# shellcheck shell=bash
expect_some "Security Hub, standards" "$(ask securityhub get-enabled-standards --query 'length(StandardsSubscriptions)')"
# Without a recorder of AWS Config a standard stays incomplete, and most of its controls find nothing.
expect "Security Hub, standards that are not ready" 0 "$(ask securityhub get-enabled-standards --query "length(StandardsSubscriptions[?StandardsStatus!='READY'])")"
