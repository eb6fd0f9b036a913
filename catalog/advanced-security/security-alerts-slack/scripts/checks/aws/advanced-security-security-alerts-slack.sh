# shellcheck shell=bash disable=SC2154 # scripts/check says what they are
expect "security alerts, function that posts to Slack" Active "$(ask lambda get-function-configuration --function-name "$name-alerts-to-slack" --query State)"
