# Values of the root module infrastructure in the environment primary.
# What is commented out is at its default; take the # away to change it.

# ---- Shared by all root modules ----

# Name of the platform: it names the cluster and, as a prefix, everything that belongs to it.
cluster_name = "quay"

# Ending that tells environments with the same cluster name apart, such as prod or t1; leave it empty for none.
# environment_suffix = ""

# AWS region of the cluster and its network, such as eu-central-1.
# aws_region = "us-east-1"

# Tags for every AWS resource, next to Cluster and ManagedBy, such as CostCenter or Owner.
# tags = {}

# ARN of the IAM policy that bounds every role made here, where your organisation demands one.
# permissions_boundary_arn = null

# Days that the log groups made here keep their entries.
# log_retention_days = 90

# ---- Existing VPC ----

# Identifier of the VPC to use, such as vpc-0a1b2c3d4e5f60718; its DNS support and DNS host names must be on.
existing_vpc_id = "vpc-0a1b2c3d4e5f60718"

# Subnets for nodes and pods, one in each of two or three zones; leave it empty to find them by their tags.
# existing_private_subnet_ids = []

# Tags by which the subnets for nodes and pods are found when none is named.
# existing_private_subnet_tags = {
#   "kubernetes.io/role/internal-elb" = "1"
# }

# Subnets for the control plane's network interfaces and the VPC endpoints, one in each of two or three zones; leave it empty to use those of the nodes.
# existing_intra_subnet_ids = []

# Subnets for load balancers that face the internet; leave it empty to find them by the tag kubernetes.io/role/elb.
# existing_public_subnet_ids = []

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
cluster_endpoint_access = "private"

# Ranges of public addresses that may reach the public endpoint, such as those of an office or a CI system; they matter with public access only.
# cluster_endpoint_public_cidrs = []

# Private ranges that may reach the private endpoint besides the nodes, such as a VPN, a peered network, or the subnet of the CI runners.
cluster_endpoint_private_cidrs = ["10.8.0.0/16"]

# IPv4 range of the Kubernetes services, apart from every network that the pods talk to; it cannot be changed later.
# service_cidr = "172.20.0.0/16"

# ---- Access ----

# ARNs of the IAM roles or users that administer the cluster; whoever applies the platform root must be among them.
cluster_admin_principal_arns = ["arn:aws:iam::111122223333:role/platform-admin"]

# ARNs of the IAM roles or users that may see what runs in the cluster, but neither change it nor read its Secrets.
# cluster_viewer_principal_arns = []

# ---- Node groups ----

# Managed node groups by name. A group starts with desired_size or, without it, with min_size; afterwards whoever scales it, by hand or with an autoscaler of yours, stays between min_size and max_size.
# node_groups = {
#   general = {
#     ami_type       = "AL2023_x86_64_STANDARD"
#     capacity_type  = "ON_DEMAND"
#     desired_size   = null
#     disk_size_gb   = 50
#     instance_types = ["m7i.large"]
#     labels         = {}
#     max_size       = 6
#     min_size       = 3
#     taints         = []
#   }
# }

# ---- Core add-ons ----

# Versions of EKS add-ons to stay at, by add-on, such as coredns = "v1.12.4-eksbuild.1"; an add-on that is not named takes the latest one for the Kubernetes version.
# addon_versions = {}
