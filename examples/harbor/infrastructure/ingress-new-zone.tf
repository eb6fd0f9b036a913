locals {
  zone_id = data.aws_route53_zone.this.zone_id
}

# Made in account, which is applied before this root module.
data "aws_route53_zone" "this" {
  name         = var.domain_name
  private_zone = false
}
