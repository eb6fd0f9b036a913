# shellcheck shell=bash disable=SC2154 # scripts/check says what they are
expect_some "pods of amazon-cloudwatch" "$(count pods amazon-cloudwatch)"
expect "pods of amazon-cloudwatch that are neither running nor done" 0 "$(count pods amazon-cloudwatch "$unfinished")"
