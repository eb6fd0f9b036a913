resource "aws_route53_zone" "this" {
  # checkov:skip=CKV2_AWS_38: Signing binds the zone above at each change of keys, so whoever runs that one decides.
  # checkov:skip=CKV2_AWS_39: Who asks for a name is logged by those who have to know.

  name    = var.domain_name
  comment = "Made by Terraform; a delegation in the zone above leads here."

  # Records that others made in it keep it: their mail should not end with this platform.
  force_destroy = false
}
