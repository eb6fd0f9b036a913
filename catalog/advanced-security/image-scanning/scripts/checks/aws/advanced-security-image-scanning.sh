# shellcheck shell=bash
expect "Inspector, images in ECR" ENABLED "$(ask inspector2 batch-get-account-status --query 'accounts[0].resourceState.ecr.status')"
