# Values of the root module infrastructure in the environment primary.
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

# ARN of the IAM policy that bounds every role made here, where your organisation demands one.
# permissions_boundary_arn = null

# Days that the log groups made here keep their entries.
# log_retention_days = 90

# Domain that the platform's host names end in, such as platform.example.com; it is the name of a public hosted zone in Route 53.
domain_name = "harbor.example.com"

# ---- New VPC ----

# IPv4 range of the VPC, from /16 to /20; every subnet is cut from it.
# vpc_cidr = "10.0.0.0/16"

# Availability zones to spread over: 3 survive the loss of one with two thirds of the capacity, 2 with half.
# zone_count = 3

# NAT gateways that lead the private subnets to the internet: one in each zone, or a single one that all zones share.
# nat_gateways = "one_per_zone"

# ---- VPC endpoints ----

# AWS services that nodes and pods reach inside the VPC, by the last part of the endpoint's name, such as ecr.api; each costs by the hour in every zone.
# interface_endpoints = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"]

# AWS services that are reached by a route instead of NAT, at no cost: s3, dynamodb or both; leave out what the VPC's route tables have already.
# gateway_endpoints = ["s3"]

# ---- Flow logs ----

# Traffic that the flow logs record: ALL of it, only what was let through (ACCEPT), or only what was refused (REJECT).
# flow_logs_traffic = "ALL"

# ---- Control plane ----

# Kubernetes version of the control plane and the nodes; it goes up one minor version at a time and never down.
# kubernetes_version = "1.35"

# What happens when the version's standard support ends: STANDARD lets EKS upgrade the control plane, EXTENDED keeps the version and pays for it.
# cluster_support_type = "STANDARD"

# Way in to the Kubernetes API for people and pipelines: private through the VPC and what is connected to it, or public as well for chosen ranges. Nodes always take the private way.
cluster_endpoint_access = "public"

# Ranges of public addresses that may reach the public endpoint, such as those of an office or a CI system; they matter with public access only.
cluster_endpoint_public_cidrs = ["203.0.113.0/24"]

# Private ranges that may reach the private endpoint besides the nodes, such as a VPN, a peered network, or the subnet of the CI runners.
# cluster_endpoint_private_cidrs = []

# IPv4 range of the Kubernetes services, apart from every network that the pods talk to; it cannot be changed later.
# service_cidr = "172.20.0.0/16"

# ---- Access ----

# ARNs of the IAM roles or users that administer the cluster; whoever applies the platform root must be among them.
cluster_admin_principal_arns = ["arn:aws:iam::111122223333:role/platform-admin"]

# ARNs of the IAM roles or users that may see what runs in the cluster, but neither change it nor read its Secrets.
cluster_viewer_principal_arns = ["arn:aws:iam::111122223333:role/developer"]

# ---- Node groups ----

# Managed node groups by name. A group starts with desired_size or, without it, with min_size; afterwards whoever scales it, by hand or with an autoscaler of yours, stays between min_size and max_size.
node_groups = {
  batch = {
    ami_type       = "AL2023_x86_64_STANDARD"
    capacity_type  = "SPOT"
    desired_size   = null
    disk_size_gb   = 50
    instance_types = ["m7i.xlarge", "m6i.xlarge"]
    labels         = {}
    max_size       = 10
    min_size       = 0
    taints = [
      {
        effect = "NO_SCHEDULE"
        key    = "batch"
        value  = "true"
      },
    ]
  }
  general = {
    ami_type       = "AL2023_x86_64_STANDARD"
    capacity_type  = "ON_DEMAND"
    desired_size   = null
    disk_size_gb   = 50
    instance_types = ["m7i.large"]
    labels         = {}
    max_size       = 6
    min_size       = 3
    taints         = []
  }
}

# ---- Core add-ons ----

# Versions of EKS add-ons to stay at, by add-on, such as coredns = "v1.12.4-eksbuild.1"; an add-on that is not named takes the latest one for the Kubernetes version.
# addon_versions = {}

# ---- Slack webhook ----

# Slack's incoming webhook, the address that messages are posted to: whoever knows it can post.
# A secret: supply it when applying, as the environment variable TF_VAR_slack_webhook_url.

# Counts the Slack webhooks: raise it by one together with a new address, or the old one stays.
# slack_webhook_url_version = 1
