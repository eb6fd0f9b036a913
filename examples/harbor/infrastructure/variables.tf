variable "cluster_name" {
  description = "Name of the platform: it names the cluster and, as a prefix, everything that belongs to it."
  type        = string
  default     = "platform"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.cluster_name))
    error_message = "The cluster name starts with a lower-case letter, goes on with lower-case letters, digits and hyphens, and does not end with a hyphen, such as harbor or harbor-eu."
  }

  # IAM allows 64 characters for a role: this leaves room for the suffix and for what the role is for.
  validation {
    condition     = length(var.cluster_name) <= 30
    error_message = "The cluster name has at most 30 characters, because IAM role names that begin with it may have 64."
  }
}

variable "environment_suffix" {
  description = "Ending that tells environments with the same cluster name apart, such as prod or t1; leave it empty for none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.environment_suffix == "" || can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.environment_suffix))
    error_message = "The environment suffix has lower-case letters, digits and hyphens and neither starts nor ends with a hyphen, such as prod or t1; the hyphen before it is added."
  }

  validation {
    condition     = length(var.environment_suffix) <= 12
    error_message = "The environment suffix has at most 12 characters, because IAM role names that contain it may have 64."
  }
}

variable "aws_region" {
  description = "AWS region of the cluster and its network, such as eu-central-1."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "Write the region by its code, such as eu-central-1 or us-east-1, not by its name or by an availability zone."
  }

  # Prices, service names and the list of add-ons differ there, and nothing here was tried against it.
  validation {
    condition     = !startswith(var.aws_region, "cn-")
    error_message = "The regions in China (cn-) are not supported: choose another region."
  }
}

variable "tags" {
  description = "Tags for every AWS resource, next to Cluster and ManagedBy, such as CostCenter or Owner."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.tags) : can(regex("^[A-Za-z0-9 _.:/=+@-]{1,128}$", key)) && !can(regex("^[aA][wW][sS]:", key))])
    error_message = "A tag's key has 1 to 128 letters, digits, spaces or any of _ . : / = + @ -, and does not start with aws:, which AWS keeps for itself."
  }

  validation {
    condition     = alltrue([for value in values(var.tags) : can(regex("^[A-Za-z0-9 _.:/=+@-]{0,256}$", value))])
    error_message = "A tag's value has at most 256 letters, digits, spaces or any of _ . : / = + @ -."
  }

  # AWS allows 50 tags; a few are set by this configuration and by EKS.
  validation {
    condition     = length(var.tags) <= 40
    error_message = "At most 40 tags can be given: AWS allows 50 on a resource, and this configuration and EKS add some."
  }
}

variable "permissions_boundary_arn" {
  description = "ARN of the IAM policy that bounds every role made here, where your organisation demands one."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary_arn == null ? true : can(regex("^arn:aws[a-z-]*:iam::([0-9]{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+$", var.permissions_boundary_arn))
    error_message = "Write the permissions boundary as the ARN of an IAM policy, such as arn:aws:iam::111122223333:policy/boundary, or leave it out."
  }
}

variable "log_retention_days" {
  description = "Days that the log groups made here keep their entries."
  type        = number
  default     = 90
  nullable    = false

  validation {
    condition     = contains([30, 60, 90, 120, 180, 365, 400, 545, 731, 1096, 1827, 3653], var.log_retention_days)
    error_message = "CloudWatch Logs keeps entries for 30, 60, 90, 120, 180, 365, 400, 545, 731, 1096, 1827 or 3653 days."
  }
}

# No default: nobody but you knows which domain is yours.
variable "domain_name" {
  description = "Domain that the platform's host names end in, such as platform.example.com; it is the name of a public hosted zone in Route 53."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", var.domain_name))
    error_message = "Write the domain in lower case, with a dot inside and none at the end, such as platform.example.com."
  }

  # An ACM certificate takes no more for its first name, and a host name comes before the domain.
  validation {
    condition     = length(var.domain_name) <= 200
    error_message = "The domain has at most 200 characters."
  }
}

variable "vpc_cidr" {
  description = "IPv4 range of the VPC, from /16 to /20; every subnet is cut from it."
  type        = string
  default     = "10.0.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.vpc_cidr))
    error_message = "Write the range as IPv4 in CIDR notation, such as 10.0.0.0/16."
  }

  validation {
    condition     = try(cidrhost(var.vpc_cidr, 0) == split("/", var.vpc_cidr)[0], true)
    error_message = "Write the range by its first address, such as 10.0.0.0/16 instead of 10.0.7.0/16."
  }

  validation {
    condition     = try(contains(["16", "17", "18", "19", "20"], split("/", var.vpc_cidr)[1]), true)
    error_message = "The range has a size from /16 (65,536 addresses) to /20 (4,096 addresses): AWS allows no larger VPC, and the subnets would be too small in a smaller one."
  }
}

variable "zone_count" {
  description = "Availability zones to spread over: 3 survive the loss of one with two thirds of the capacity, 2 with half."
  type        = number
  default     = 3
  nullable    = false

  validation {
    condition     = contains([2, 3], var.zone_count)
    error_message = "Choose 2 or 3 zones."
  }
}

variable "nat_gateways" {
  description = "NAT gateways that lead the private subnets to the internet: one in each zone, or a single one that all zones share."
  type        = string
  default     = "one_per_zone"
  nullable    = false

  validation {
    condition     = contains(["one_per_zone", "single"], var.nat_gateways)
    error_message = "Write one_per_zone or single."
  }
}

variable "interface_endpoints" {
  description = "AWS services that nodes and pods reach inside the VPC, by the last part of the endpoint's name, such as ecr.api; each costs by the hour in every zone."
  type        = list(string)
  default     = ["ec2", "ecr.api", "ecr.dkr", "eks", "eks-auth", "logs", "sts"]
  nullable    = false

  validation {
    condition     = alltrue([for service in var.interface_endpoints : can(regex("^[a-z0-9-]+(\\.[a-z0-9-]+)*$", service))])
    error_message = "Write a service by the end of its endpoint's name, such as ecr.api for com.amazonaws.eu-central-1.ecr.api."
  }

  validation {
    condition     = !contains(var.interface_endpoints, "s3")
    error_message = "Leave s3 out: it goes into gateway_endpoints, where it costs nothing."
  }

  validation {
    condition     = length(distinct(var.interface_endpoints)) == length(var.interface_endpoints)
    error_message = "Name each service once."
  }
}

variable "gateway_endpoints" {
  description = "AWS services that are reached by a route instead of NAT, at no cost: s3, dynamodb or both; leave out what the VPC's route tables have already."
  type        = list(string)
  default     = ["s3"]
  nullable    = false

  validation {
    condition     = alltrue([for service in var.gateway_endpoints : contains(["s3", "dynamodb"], service)])
    error_message = "Write s3 or dynamodb: AWS has gateway endpoints for these two only."
  }

  validation {
    condition     = length(distinct(var.gateway_endpoints)) == length(var.gateway_endpoints)
    error_message = "Name each service once."
  }
}

variable "flow_logs_traffic" {
  description = "Traffic that the flow logs record: ALL of it, only what was let through (ACCEPT), or only what was refused (REJECT)."
  type        = string
  default     = "ALL"
  nullable    = false

  validation {
    condition     = contains(["ALL", "ACCEPT", "REJECT"], var.flow_logs_traffic)
    error_message = "Write ALL, ACCEPT or REJECT."
  }
}

variable "kubernetes_version" {
  description = "Kubernetes version of the control plane and the nodes; it goes up one minor version at a time and never down."
  type        = string
  default     = "1.35"
  nullable    = false

  validation {
    condition     = contains(["1.34", "1.35", "1.36"], var.kubernetes_version)
    error_message = "Write 1.34 (in standard support until 2 December 2026), 1.35 or 1.36; a newer version has to be added to this list in variables.tf first."
  }
}

variable "cluster_support_type" {
  description = "What happens when the version's standard support ends: STANDARD lets EKS upgrade the control plane, EXTENDED keeps the version and pays for it."
  type        = string
  default     = "STANDARD"
  nullable    = false

  validation {
    condition     = contains(["STANDARD", "EXTENDED"], var.cluster_support_type)
    error_message = "Write STANDARD or EXTENDED."
  }
}

# No default: whether the internet may knock at the API server is a decision of whoever answers for the cluster.
variable "cluster_endpoint_access" {
  description = "Way in to the Kubernetes API for people and pipelines: private through the VPC and what is connected to it, or public as well for chosen ranges. Nodes always take the private way."
  type        = string
  nullable    = false

  validation {
    condition     = contains(["private", "public"], var.cluster_endpoint_access)
    error_message = "Write private or public."
  }
}

variable "cluster_endpoint_public_cidrs" {
  description = "Ranges of public addresses that may reach the public endpoint, such as those of an office or a CI system; they matter with public access only."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_public_cidrs : can(cidrnetmask(cidr))])
    error_message = "Write each range as IPv4 in CIDR notation, such as 203.0.113.0/24, or 203.0.113.7/32 for one address."
  }

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_public_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], true)])
    error_message = "Write each range by its first address, such as 203.0.113.0/24 instead of 203.0.113.7/24."
  }

  validation {
    condition     = length(distinct(var.cluster_endpoint_public_cidrs)) == length(var.cluster_endpoint_public_cidrs)
    error_message = "Name each range once."
  }

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_public_cidrs : try(tonumber(split("/", cidr)[1]) >= 8, true)])
    error_message = "Name the ranges of office, VPN and CI instead of 0.0.0.0/0 or half of it: none may be wider than a /8."
  }

  # EKS opens a public endpoint that has no ranges to everyone.
  validation {
    condition     = var.cluster_endpoint_access == "private" || length(var.cluster_endpoint_public_cidrs) > 0
    error_message = "Name the ranges that may reach the public endpoint, or choose private access: without any, EKS lets the whole internet in."
  }
}

variable "cluster_endpoint_private_cidrs" {
  description = "Private ranges that may reach the private endpoint besides the nodes, such as a VPN, a peered network, or the subnet of the CI runners."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_private_cidrs : can(cidrnetmask(cidr))])
    error_message = "Write each range as IPv4 in CIDR notation, such as 10.8.0.0/16."
  }

  validation {
    condition     = alltrue([for cidr in var.cluster_endpoint_private_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], true)])
    error_message = "Write each range by its first address, such as 10.8.0.0/16 instead of 10.8.0.7/16."
  }

  validation {
    condition     = length(distinct(var.cluster_endpoint_private_cidrs)) == length(var.cluster_endpoint_private_cidrs)
    error_message = "Name each range once."
  }

  validation {
    condition     = !contains(var.cluster_endpoint_private_cidrs, "0.0.0.0/0")
    error_message = "Name the ranges that need the private endpoint instead of 0.0.0.0/0."
  }
}

variable "service_cidr" {
  description = "IPv4 range of the Kubernetes services, apart from every network that the pods talk to; it cannot be changed later."
  type        = string
  default     = "172.20.0.0/16"
  nullable    = false

  validation {
    condition     = can(cidrnetmask(var.service_cidr))
    error_message = "Write the range as IPv4 in CIDR notation, such as 172.20.0.0/16."
  }

  validation {
    condition     = try(cidrhost(var.service_cidr, 0) == split("/", var.service_cidr)[0], true)
    error_message = "Write the range by its first address, such as 172.20.0.0/16 instead of 172.20.7.0/16."
  }

  validation {
    condition     = can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.service_cidr)) && can(regex("/(1[2-9]|2[0-4])$", var.service_cidr))
    error_message = "EKS wants a private range (in 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16) with a size from /12 to /24."
  }
}

# No default: the creator of the cluster has no access to it, so without an administrator nobody has.
variable "cluster_admin_principal_arns" {
  description = "ARNs of the IAM roles or users that administer the cluster; whoever applies the platform root must be among them."
  type        = list(string)
  nullable    = false

  validation {
    condition     = length(var.cluster_admin_principal_arns) > 0
    error_message = "Name at least one administrator: whoever creates the cluster has no access by that alone."
  }

  validation {
    condition     = alltrue([for arn in var.cluster_admin_principal_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "Write each administrator as the ARN of an IAM role or user, such as arn:aws:iam::111122223333:role/platform-admin; an assumed role (arn:aws:sts:...) is named by its role."
  }

  validation {
    condition     = length(distinct(var.cluster_admin_principal_arns)) == length(var.cluster_admin_principal_arns)
    error_message = "Name each administrator once."
  }
}

variable "cluster_viewer_principal_arns" {
  description = "ARNs of the IAM roles or users that may see what runs in the cluster, but neither change it nor read its Secrets."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for arn in var.cluster_viewer_principal_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+$", arn))])
    error_message = "Write each viewer as the ARN of an IAM role or user, such as arn:aws:iam::111122223333:role/developer; an assumed role (arn:aws:sts:...) is named by its role."
  }

  validation {
    condition     = length(distinct(var.cluster_viewer_principal_arns)) == length(var.cluster_viewer_principal_arns)
    error_message = "Name each viewer once."
  }

  # A principal has one access entry in a cluster.
  validation {
    condition     = length(setintersection(var.cluster_viewer_principal_arns, var.cluster_admin_principal_arns)) == 0
    error_message = "An administrator sees everything already: name each principal in one of the two lists."
  }
}

variable "node_groups" {
  description = "Managed node groups by name. A group starts with desired_size or, without it, with min_size; afterwards whoever scales it, by hand or with an autoscaler of yours, stays between min_size and max_size."
  type = map(object({
    instance_types = optional(list(string), ["m7i.large"])      # EC2 instance types; the first that can be had is taken.
    capacity_type  = optional(string, "ON_DEMAND")              # SPOT costs less, and its nodes can be taken away at two minutes' notice.
    ami_type       = optional(string, "AL2023_x86_64_STANDARD") # Operating system and processor of the nodes.
    min_size       = optional(number, 3)                        # Nodes at least.
    desired_size   = optional(number)                           # Nodes to start with; without it min_size.
    max_size       = optional(number, 6)                        # Nodes at most.
    disk_size_gb   = optional(number, 50)                       # GB of each node's disk, for images, logs and scratch space.
    labels         = optional(map(string), {})                  # Kubernetes labels of the nodes.
    taints = optional(list(object({
      key    = string           # Name of the taint, such as dedicated.
      value  = optional(string) # Value that a toleration has to match.
      effect = string           # What becomes of pods that do not tolerate it.
    })), [])                    # Pods come to the nodes only if they tolerate these.
  }))
  default  = { general = {} }
  nullable = false

  validation {
    condition     = length(var.node_groups) > 0
    error_message = "Name at least one node group: CoreDNS and the platform's own workloads need nodes to run on."
  }

  validation {
    condition     = alltrue([for name in keys(var.node_groups) : can(regex("^[a-z0-9]([a-z0-9-]{0,34}[a-z0-9])?$", name))])
    error_message = "A node group's name has at most 36 lower-case letters, digits and hyphens and neither starts nor ends with a hyphen, such as general or spot-large."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : contains(["ON_DEMAND", "SPOT"], group.capacity_type)])
    error_message = "Write capacity_type as ON_DEMAND or SPOT."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : contains(["AL2023_x86_64_STANDARD", "AL2023_ARM_64_STANDARD", "BOTTLEROCKET_x86_64", "BOTTLEROCKET_ARM_64"], group.ami_type)])
    error_message = "Write ami_type as AL2023_x86_64_STANDARD, AL2023_ARM_64_STANDARD, BOTTLEROCKET_x86_64 or BOTTLEROCKET_ARM_64."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : length(group.instance_types) > 0 && alltrue([for type in group.instance_types : can(regex("^[a-z][a-z0-9-]*\\.[a-z0-9-]+$", type))])])
    error_message = "Give each node group at least one EC2 instance type, such as m7i.large."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : alltrue([for type in group.instance_types : can(regex("^(a1|[a-z]+[0-9]+g[a-z]*)\\.", type)) == can(regex("ARM_64", group.ami_type))])])
    error_message = "Graviton instance types, such as m7g.large, go with an ARM_64 ami_type, and all others with an x86_64 one."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : group.min_size >= 0 && group.min_size <= coalesce(group.desired_size, group.min_size) && coalesce(group.desired_size, group.min_size) <= group.max_size && group.max_size >= 1])
    error_message = "The sizes of a node group rise from min_size (0 or more) over desired_size to max_size (1 or more)."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : group.disk_size_gb >= 20 && group.disk_size_gb <= 16384])
    error_message = "A node's disk has 20 to 16384 GB: images and logs do not fit into less."
  }

  validation {
    condition     = alltrue([for group in values(var.node_groups) : alltrue([for taint in group.taints : contains(["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"], taint.effect)])])
    error_message = "Write a taint's effect as EKS does: NO_SCHEDULE, NO_EXECUTE or PREFER_NO_SCHEDULE."
  }
}

variable "addon_versions" {
  description = "Versions of EKS add-ons to stay at, by add-on, such as coredns = \"v1.12.4-eksbuild.1\"; an add-on that is not named takes the latest one for the Kubernetes version."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for name in keys(var.addon_versions) : contains(["amazon-cloudwatch-observability", "aws-ebs-csi-driver", "aws-guardduty-agent", "coredns", "eks-pod-identity-agent", "kube-proxy", "snapshot-controller", "vpc-cni"], name)])
    error_message = "The add-ons are amazon-cloudwatch-observability, aws-ebs-csi-driver, aws-guardduty-agent, coredns, eks-pod-identity-agent, kube-proxy, snapshot-controller and vpc-cni."
  }

  validation {
    condition     = alltrue([for version in values(var.addon_versions) : can(regex("^v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+$", version))])
    error_message = "Write a version as EKS does, such as v1.12.4-eksbuild.1; aws eks describe-addon-versions lists them."
  }
}

variable "slack_webhook_url" {
  description = "Slack's incoming webhook, the address that messages are posted to: whoever knows it can post."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false

  validation {
    condition     = startswith(var.slack_webhook_url, "https://hooks.slack.com/") || startswith(var.slack_webhook_url, "https://hooks.slack-gov.com/")
    error_message = "Slack shows the address of an incoming webhook as https://hooks.slack.com/services/...: supply all of it in TF_VAR_slack_webhook_url."
  }
}

variable "slack_webhook_url_version" {
  description = "Counts the Slack webhooks: raise it by one together with a new address, or the old one stays."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.slack_webhook_url_version >= 1 && var.slack_webhook_url_version == floor(var.slack_webhook_url_version)
    error_message = "The version is a whole number from 1, and it only goes up."
  }
}
