# No force_destroy: Route 53 refuses to delete a zone that holds records of others, and that is what should happen to them.
resource "aws_route53_zone" "this" {
  name    = var.domain_name
  comment = "Made by Terraform; a delegation in the zone above leads here."
}

output "domain_name" {
  description = "Domain of the zone."
  value       = aws_route53_zone.this.name
}

output "name_servers" {
  description = "Name servers of the zone: the NS record for the domain in the zone above, or at the registrar, names these four."
  value       = aws_route53_zone.this.name_servers
}
