output "domain_name" {
  description = "Domain of the zone."
  value       = aws_route53_zone.this.name
}

output "name_servers" {
  description = "Name servers of the zone: the NS record for the domain in the zone above, or at the registrar, names these four."
  value       = aws_route53_zone.this.name_servers
}
