resource "aws_route53_zone" "this" {
  name    = var.domain_name
  comment = "Made by Terraform; a delegation in the zone above leads here."

  # Records that others made in it keep it: their mail should not end with this platform.
  force_destroy = false
}
