# Values of the root module platform in the environment primary.
# What is commented out is at its default; take the # away to change it.

# ---- Shared by all root modules ----

# Name of the platform: it names the cluster and, as a prefix, everything that belongs to it.
cluster_name = "harbor"

# Ending that tells environments with the same cluster name apart, such as prod or t1; leave it empty for none.
environment_suffix = "t1"

# AWS region of the cluster and its network, such as eu-central-1.
aws_region = "eu-central-1"

# Tags for every AWS resource, next to Cluster and ManagedBy, such as CostCenter or Owner.
# tags = {}

# Domain that the platform's host names end in, such as platform.example.com; it is the name of a public hosted zone in Route 53.
domain_name = "harbor.example.com"

# ---- Namespaces ----

# Namespaces for workloads by name, each with its Pod Security level and its quota. One that is taken off the list stays in the cluster, with its workloads.
# namespaces = {
#   dev = {
#     cpu_requests    = "8"
#     memory_limits   = "32Gi"
#     memory_requests = "16Gi"
#     pod_security    = "restricted"
#     pods            = 100
#   }
#   production = {
#     cpu_requests    = "8"
#     memory_limits   = "32Gi"
#     memory_requests = "16Gi"
#     pod_security    = "restricted"
#     pods            = 100
#   }
#   staging = {
#     cpu_requests    = "8"
#     memory_limits   = "32Gi"
#     memory_requests = "16Gi"
#     pod_security    = "restricted"
#     pods            = 100
#   }
# }
