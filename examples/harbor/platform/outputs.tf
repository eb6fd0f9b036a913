output "namespaces" {
  description = "Namespaces for workloads: scripts/check looks whether each is fenced."
  value       = keys(var.namespaces)
}
