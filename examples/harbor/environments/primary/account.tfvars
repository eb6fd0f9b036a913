# Values of the root module account in the environment primary.
# What is commented out is at its default; take the # away to change it.

# ---- Shared by all root modules ----

# AWS region of the cluster and its network, such as eu-central-1.
aws_region = "eu-central-1"

# Tags for every AWS resource, next to Cluster and ManagedBy, such as CostCenter or Owner.
# tags = {}

# Domain that the platform's host names end in, such as platform.example.com; it is the name of a public hosted zone in Route 53.
domain_name = "harbor.example.com"
