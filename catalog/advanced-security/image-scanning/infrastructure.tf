# Once per account and region: every image in ECR is looked at when it is pushed, and again when a new weakness becomes known.
resource "aws_inspector2_enabler" "ecr" {
  account_ids    = [local.account_id]
  resource_types = ["ECR"]
}
