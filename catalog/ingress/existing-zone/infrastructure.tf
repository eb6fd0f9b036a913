locals {
  # What other components see of the zone, whichever way it came about.
  domain_name = var.domain_name
  zone_id     = data.aws_route53_zone.existing.zone_id
}

data "aws_route53_zone" "existing" {
  name         = var.domain_name
  private_zone = false
}
