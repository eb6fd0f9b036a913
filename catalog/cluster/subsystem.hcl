subsystem "cluster" {
  title   = "Cluster"
  summary = "EKS with named administrators, managed nodes, identities for pods, and fenced namespaces."
  icon    = "cluster"
  hue     = 2
}

component "control-plane" {
  title   = "Control plane"
  summary = "EKS with encrypted Secrets, all its logs, and a private endpoint."
  include = "always"
}

component "access" {
  title   = "Access"
  summary = "Who administers the cluster and who may look, by access entries."
  include = "always"
}

component "node-groups" {
  title   = "Node groups"
  summary = "Managed nodes in private subnets: IMDSv2 only, encrypted disks, no SSH."
  include = "always"
}

component "core-addons" {
  title   = "Core add-ons"
  summary = "Pod network with network policies, Pod Identity, kube-proxy and DNS, as EKS add-ons."
  include = "always"
}

component "namespaces" {
  title   = "Namespaces"
  summary = "Namespaces for workloads with Pod Security, quotas, and no traffic that nobody allowed."
  include = "always"
}

component "ebs-csi" {
  title   = "EBS volumes"
  summary = "Encrypted gp3 volumes as the default storage class, and snapshots of them."
  include = "default"
}

component "container-insights" {
  title   = "Container Insights"
  summary = "Metrics and logs of nodes and containers in CloudWatch, encrypted and kept for as long as you say."
  include = "default"
}

component "metrics-server" {
  title   = "Metrics Server"
  summary = "CPU and memory of pods, for kubectl top and the HorizontalPodAutoscaler."
  include = "default"
}

component "oidc-provider" {
  title   = "OIDC provider"
  summary = "Roles for service accounts (IRSA), for workloads that cannot use Pod Identity yet."
}

# --- Picture

node "administrators" {
  component  = "access"
  icon       = "person"
  label      = "Administrators"
  detail     = "${length(var.cluster_admin_principal_arns)} by IAM, ${var.cluster_endpoint_access}"
  stands_for = ["aws_eks_access_entry.admin", "aws_eks_access_policy_association.admin"]
}

node "viewers" {
  component  = "access"
  when       = length(var.cluster_viewer_principal_arns) > 0
  icon       = "person"
  label      = "Viewers"
  detail     = "${length(var.cluster_viewer_principal_arns)} by IAM, no Secrets"
  stands_for = ["aws_eks_access_entry.viewer", "aws_eks_access_policy_association.viewer"]
}

node "account" {
  component  = "control-plane"
  kind       = "container"
  icon       = "account"
  label      = "AWS account"
  stands_for = ["data.aws_caller_identity.current"]
}

node "region" {
  component  = "control-plane"
  place      = "account"
  kind       = "container"
  icon       = "region"
  label      = "Region ${var.aws_region}"
  stands_for = ["data.aws_partition.current"]
}

node "control-plane" {
  component  = "control-plane"
  place      = "region"
  icon       = "cluster"
  label      = "EKS control plane"
  detail     = "Kubernetes ${var.kubernetes_version}"
  stands_for = ["aws_eks_cluster.this", "aws_security_group.cluster"]
  essential  = true
}

node "secrets-key" {
  component  = "control-plane"
  place      = "region"
  icon       = "key"
  label      = "Secrets key"
  detail     = "KMS, rotated yearly"
  stands_for = ["aws_kms_key.cluster_secrets"]
}

node "control-plane-logs" {
  component  = "control-plane"
  place      = "region"
  icon       = "log"
  label      = "Control plane logs"
  detail     = "${var.log_retention_days} days, own key"
  stands_for = ["aws_cloudwatch_log_group.cluster", "aws_kms_key.cluster_logs"]
}

node "cluster" {
  component  = "node-groups"
  place      = chosen["new-vpc"] ? "vpc" : "existing-vpc"
  kind       = "container"
  icon       = "cluster"
  label      = "Cluster ${local.name}"
  detail     = "in the private subnets"
  stands_for = ["aws_security_group.node"]
}

node "node-group" {
  component  = "node-groups"
  for_each   = var.node_groups
  place      = "cluster"
  icon       = "node"
  label      = "Node group ${each.key}"
  detail     = "${coalesce(each.value.desired_size, each.value.min_size)} (${each.value.min_size}-${each.value.max_size}) ${each.value.instance_types[0]}${each.value.capacity_type == "SPOT" ? ", spot" : ""}"
  stands_for = ["aws_eks_node_group.this", "aws_launch_template.node"]
  essential  = true
}

node "core-addons" {
  component  = "core-addons"
  place      = "cluster"
  icon       = "workload"
  label      = "Core add-ons"
  detail     = "CNI, identity, proxy, DNS"
  stands_for = ["aws_eks_addon.vpc_cni", "aws_eks_addon.pod_identity_agent", "aws_eks_addon.kube_proxy", "aws_eks_addon.coredns"]
}

node "ebs-csi" {
  component  = "ebs-csi"
  place      = "cluster"
  icon       = "storage"
  label      = "EBS volumes"
  detail     = "encrypted gp3"
  stands_for = ["aws_eks_addon.ebs_csi", "aws_eks_addon.snapshot_controller", "helm_release.ebs_storage"]
}

node "metrics-server" {
  component  = "metrics-server"
  place      = "cluster"
  icon       = "chart"
  label      = "Metrics Server"
  detail     = "two replicas"
  stands_for = ["helm_release.metrics_server"]
}

node "cloudwatch-agent" {
  component  = "container-insights"
  place      = "cluster"
  icon       = "chart"
  label      = "CloudWatch agent"
  detail     = "on every node"
  stands_for = ["aws_eks_addon.container_insights"]
}

node "container-insights-logs" {
  component  = "container-insights"
  place      = "region"
  icon       = "log"
  label      = "Container Insights"
  detail     = "${var.log_retention_days} days, own key"
  stands_for = ["aws_cloudwatch_log_group.container_insights", "aws_kms_key.container_insights"]
}

node "oidc-provider" {
  component  = "oidc-provider"
  place      = "account"
  icon       = "certificate"
  label      = "OIDC provider"
  detail     = "roles for pods (IRSA)"
  stands_for = ["aws_iam_openid_connect_provider.cluster"]
}

node "namespace" {
  component  = "namespaces"
  for_each   = var.namespaces
  place      = "cluster"
  icon       = "namespace"
  label      = each.key
  detail     = "${each.value.pod_security}, ${each.value.cpu_requests} CPU"
  stands_for = ["helm_release.namespaces"]
}

edge "administrators-to-control-plane" {
  component = "access"
  from      = "administrators"
  to        = "control-plane"
  label     = "kubectl, 443"
  says = "Administrators reach the Kubernetes API at port 443."
  kind      = "control"
}

edge "viewers-to-control-plane" {
  component = "access"
  when      = length(var.cluster_viewer_principal_arns) > 0
  from      = "viewers"
  to        = "control-plane"
  label     = "read only"
  says = "Viewers reach the Kubernetes API at port 443, to read only."
  kind      = "control"
}

edge "cluster-to-control-plane" {
  component = "node-groups"
  from      = "cluster"
  to        = "control-plane"
  label     = "API, 443"
  says = "What runs in the cluster reaches the Kubernetes API at port 443."
  kind      = "control"
}

edge "control-plane-to-cluster" {
  component = "node-groups"
  from      = "control-plane"
  to        = "cluster"
  label     = "kubelet"
  says = "The control plane reaches the nodes' kubelets."
  kind      = "control"
}

edge "control-plane-to-secrets-key" {
  component = "control-plane"
  from      = "control-plane"
  to        = "secrets-key"
  label     = "encrypts"
  says = "The control plane encrypts Secrets with the key."
  kind      = "identity"
}

edge "control-plane-to-logs" {
  component = "control-plane"
  from      = "control-plane"
  to        = "control-plane-logs"
  label     = "all logs"
  says = "The control plane writes all its logs to the log group."
  kind      = "data"
}

edge "cluster-to-endpoints" {
  component = "vpc-endpoints"
  from      = "cluster"
  to        = "endpoints"
  label     = "AWS APIs"
  says = "What runs in the cluster reaches APIs of AWS by the endpoints."
  kind      = "traffic"
}

edge "cloudwatch-agent-to-logs" {
  component = "container-insights"
  from      = "cloudwatch-agent"
  to        = "container-insights-logs"
  label     = "logs"
  says = "The CloudWatch agent writes logs and metrics to the log groups."
  kind      = "data"
}

plumbing {
  addresses = [
    "aws_eks_pod_identity_association.container_insights",
    "aws_eks_pod_identity_association.ebs_csi",
    "aws_eks_pod_identity_association.vpc_cni",
    "aws_iam_role.cluster",
    "aws_iam_role.container_insights",
    "aws_iam_role.ebs_csi",
    "aws_iam_role.node",
    "aws_iam_role.vpc_cni",
    "aws_iam_role_policy.cluster_secrets",
    "aws_iam_role_policy_attachment.cluster",
    "aws_iam_role_policy_attachment.container_insights",
    "aws_iam_role_policy_attachment.ebs_csi",
    "aws_iam_role_policy_attachment.node",
    "aws_iam_role_policy_attachment.vpc_cni",
    "aws_kms_alias.cluster_logs",
    "aws_kms_alias.cluster_secrets",
    "aws_kms_alias.container_insights",
    "aws_vpc_security_group_egress_rule.node_to_all",
    "aws_vpc_security_group_ingress_rule.cluster_from_nodes",
    "aws_vpc_security_group_ingress_rule.cluster_from_private_ranges",
    "aws_vpc_security_group_ingress_rule.node_from_cluster_kubelet",
    "aws_vpc_security_group_ingress_rule.node_from_cluster_webhooks",
    "aws_vpc_security_group_ingress_rule.node_from_nodes",
  ]
}

# --- Findings

finding "private-endpoint-without-ranges" {
  component = "control-plane"
  when      = var.cluster_endpoint_access == "private" && length(var.cluster_endpoint_private_cidrs) == 0
  severity  = "question"
  says      = "Nothing but the nodes reaches the private endpoint: administrators and scripts/apply have to come from somewhere."
  remedy    = "Name the ranges, such as the VPN or the subnet of the CI runners."
  field     = "cluster_endpoint_private_cidrs"
}

finding "public-endpoint-open-to-many" {
  component = "control-plane"
  when      = var.cluster_endpoint_access == "public" && anytrue([for cidr in var.cluster_endpoint_public_cidrs : tonumber(split("/", cidr)[1]) < 16])
  severity  = "warning"
  says      = "More than 65,536 addresses can knock at the Kubernetes API from one range: a stolen token is enough, and so is a flaw in the API server."
  remedy    = "Name the ranges of office, VPN and CI, none wider than a /16, or choose private access."
  field     = "cluster_endpoint_public_cidrs"
  set       = { cluster_endpoint_access = "private" }
}

finding "public-ranges-without-public-endpoint" {
  component = "control-plane"
  when      = var.cluster_endpoint_access == "private" && length(var.cluster_endpoint_public_cidrs) > 0
  severity  = "note"
  says      = "The ranges for the public endpoint do nothing, because access is private."
  remedy    = "Remove them, or choose public access."
  field     = "cluster_endpoint_public_cidrs"
  set       = { cluster_endpoint_public_cidrs = [] }
}

finding "service-range-overlaps-vpc" {
  component = "control-plane"
  when      = try(local.service_cidr_overlaps_vpc, false)
  severity  = "error"
  says      = "The services' range ${var.service_cidr} overlaps a range of the VPC."
  remedy    = "Choose another range for the services or for the VPC."
  field     = "service_cidr"
}

finding "standard-support-ends-soon" {
  component = "control-plane"
  when      = var.kubernetes_version == "1.34"
  severity  = "warning"
  says      = "Standard support of Kubernetes 1.34 ends on 2 December 2026; then EKS upgrades the control plane by itself, or bills extended support."
  remedy    = "Start with 1.35, whose standard support lasts to 27 March 2027."
  field     = "kubernetes_version"
  set       = { kubernetes_version = "1.35" }
}

finding "extended-support" {
  component = "control-plane"
  when      = var.cluster_support_type == "EXTENDED"
  severity  = "warning"
  says      = "From the end of standard support the control plane costs ${format("$%.0f", price.eks_extended_support_hour * price.hours_per_month)} a month instead of ${format("$%.0f", price.eks_cluster_hour * price.hours_per_month)}."
  remedy    = "Keep STANDARD and plan an upgrade every year."
  field     = "cluster_support_type"
  set       = { cluster_support_type = "STANDARD" }
}

finding "prices-of-another-region" {
  component = "control-plane"
  when      = var.aws_region != price.region
  severity  = "note"
  says      = "Costs are list prices of ${price.region} as of ${price.checked}; ${var.aws_region} differs, mostly by a tenth to a quarter."
  remedy    = "For a budget take the AWS Pricing Calculator."
  field     = "aws_region"
}

finding "no-container-insights" {
  component = "control-plane"
  when      = !chosen["container-insights"]
  severity  = "note"
  says      = "Logs of containers stay on their node and go when it goes."
  remedy    = "Switch Container Insights on, or bring log shipping of your own."
  switch = ["container-insights"]
}

finding "no-persistent-volumes" {
  component = "control-plane"
  when      = !chosen["ebs-csi"]
  severity  = "note"
  says      = "There is no storage class: a pod that claims a volume waits forever."
  remedy    = "Switch EBS volumes on, unless nothing here keeps state."
  switch = ["ebs-csi"]
}

finding "spot-only" {
  component = "node-groups"
  when      = alltrue([for group in values(var.node_groups) : group.capacity_type == "SPOT"])
  severity  = "warning"
  says      = "All nodes are spot instances: AWS may take them all at two minutes' notice, and DNS goes with them."
  remedy    = "Add a small on-demand group for what the platform itself needs."
  field     = "node_groups"
}

finding "nothing-scales-the-nodes" {
  component = "node-groups"
  when      = anytrue([for group in values(var.node_groups) : group.max_size > coalesce(group.desired_size, group.min_size)])
  severity  = "note"
  says      = "No autoscaler comes with this platform, so the node groups stay at the size that they start with: ${join(", ", [for name, group in var.node_groups : "${name} at ${coalesce(group.desired_size, group.min_size)}" if group.max_size > coalesce(group.desired_size, group.min_size)])}."
  remedy    = "Bring Cluster Autoscaler or Karpenter, or change the number by hand with aws eks update-nodegroup-config."
  field     = "node_groups"
}

finding "single-node" {
  component = "node-groups"
  when      = sum([for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size)]) < 2
  severity  = "warning"
  says      = "The cluster starts with fewer than two nodes: every replacement of a node is an outage."
  remedy    = "Start with a node in each zone."
  field     = "node_groups"
}

finding "nodes-too-small" {
  component = "node-groups"
  when      = try(sum([for id, part in local.platform_requests : part.cpu + part.on_each.cpu * length(local.platform_nodes) if id == "core" || lookup(chosen, id, false)]) > 0.9 * local.platform_room.cpu_of_all || sum([for id, part in local.platform_requests : part.pods + part.on_each.pods * length(local.platform_nodes) if id == "core" || lookup(chosen, id, false)]) > 0.9 * local.platform_room.pods_of_all, false)
  severity  = "warning"
  says      = "The platform's own pods request ${format("%.1f", sum([for id, part in local.platform_requests : part.cpu + part.on_each.cpu * length(local.platform_nodes) if id == "core" || lookup(chosen, id, false)]) / 1000)} of ${format("%.1f", local.platform_room.cpu_of_all / 1000)} CPU, and are ${sum([for id, part in local.platform_requests : part.pods + part.on_each.pods * length(local.platform_nodes) if id == "core" || lookup(chosen, id, false)])} where ${local.platform_room.pods_of_all} have room: hardly anything is left for workloads and samples, and what does not fit waits forever."
  remedy    = "Take nodes of the next size, or more of them."
  field     = "node_groups"
  set = {
    node_groups = { for name, group in var.node_groups : name => { for key, value in merge(group, {
      instance_types = [for type in group.instance_types : join(".", [
        split(".", type)[0],
        lookup({ large = "xlarge", xlarge = "2xlarge", "2xlarge" = "4xlarge" }, split(".", type)[1], split(".", type)[1]),
      ])]
    }) : key => value if value != null } }
  }
}

finding "only-tainted-nodes" {
  component = "node-groups"
  when      = alltrue([for group in values(var.node_groups) : anytrue([for taint in group.taints : taint.effect != "PREFER_NO_SCHEDULE"])])
  severity  = "warning"
  says      = "Every node group has a taint that keeps pods away, so CoreDNS has nowhere to run and the apply never ends."
  remedy    = "Leave one group without taints."
  field     = "node_groups"
}

finding "node-price-unknown" {
  component = "node-groups"
  when      = anytrue([for group in values(var.node_groups) : !contains(keys(price.instance_large_hour), split(".", group.instance_types[0])[0]) || !contains(keys(price.instance_size), split(".", group.instance_types[0])[1])])
  severity  = "note"
  says      = "The monthly cost leaves out node groups whose first instance type is not in the price list."
  remedy    = "Add their price yourself: ${join(", ", [for group in values(var.node_groups) : group.instance_types[0] if !contains(keys(price.instance_large_hour), split(".", group.instance_types[0])[0]) || !contains(keys(price.instance_size), split(".", group.instance_types[0])[1])])}."
  field     = "node_groups"
}

finding "privileged-namespace" {
  component = "namespaces"
  when      = anytrue([for namespace in values(var.namespaces) : namespace.pod_security == "privileged"])
  severity  = "warning"
  says      = "A pod in a privileged namespace can take over its node: ${join(", ", [for name, namespace in var.namespaces : name if namespace.pod_security == "privileged"])}."
  remedy    = "Use baseline or restricted for workloads, and keep agents that need the host in a namespace of their own."
  field     = "namespaces"
}

# --- Before the first apply

prepare "administrators" {
  component = "access"
  says      = "The IAM roles of `cluster_admin_principal_arns`. The one that applies must be among them: `aws sts get-caller-identity` shows whose credentials these are, and an assumed role is named by the role behind it."
}

prepare "way-to-the-private-endpoint" {
  component = "control-plane"
  when      = var.cluster_endpoint_access == "private"
  says      = "For private access, a way into the VPC (VPN, peering, transit gateway, or a runner inside) from the ranges in `cluster_endpoint_private_cidrs`, for people and for whatever runs scripts/apply. A new VPC can be connected once `infrastructure` is there: before `platform` the script looks whether the API answers, and stops if not."
}

prepare "addresses-for-the-public-endpoint" {
  component = "control-plane"
  when      = var.cluster_endpoint_access == "public"
  says      = "For public access, fixed public addresses that people and pipelines come from, named in `cluster_endpoint_public_cidrs`."
}

prepare "permissions-boundary" {
  component = "control-plane"
  when      = var.permissions_boundary_arn != null
  says      = "The IAM policy ${var.permissions_boundary_arn}: it bounds the roles of the controllers too, so it has to allow what they do."
}

# Instances of other families, such as g or p, have quotas of their own. The price list knows how many times two vCPUs a size has.
prepare "vcpu-quota" {
  component = "node-groups"
  when      = anytrue([for group in values(var.node_groups) : group.capacity_type == "ON_DEMAND" && can(regex("^[acdhimrtz]", group.instance_types[0]))])
  says      = "A quota of at least ${2 * sum(concat([0], [for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size) * 2 * lookup(price.instance_size, split(".", group.instance_types[0])[1], 1) if group.capacity_type == "ON_DEMAND" && can(regex("^[acdhimrtz]", group.instance_types[0]))]))} vCPUs for On-Demand Standard instances in ${var.aws_region}: twice what the node groups start with, since a group that is replaced stands beside its successor for a while. A new account may have as few as 5. `aws service-quotas get-service-quota --region ${var.aws_region} --service-code ec2 --quota-code L-1216C47A --query Quota.Value` shows it, and `aws service-quotas request-service-quota-increase` asks for more."
}

prepare "vcpu-quota-of-spot" {
  component = "node-groups"
  when      = anytrue([for group in values(var.node_groups) : group.capacity_type == "SPOT" && can(regex("^[acdhimrtz]", group.instance_types[0]))])
  says      = "A quota of at least ${2 * sum(concat([0], [for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size) * 2 * lookup(price.instance_size, split(".", group.instance_types[0])[1], 1) if group.capacity_type == "SPOT" && can(regex("^[acdhimrtz]", group.instance_types[0]))]))} vCPUs for Standard Spot instances in ${var.aws_region}: twice what the node groups start with, since a group that is replaced stands beside its successor for a while. A new account may have as few as 5. `aws service-quotas get-service-quota --region ${var.aws_region} --service-code ec2 --quota-code L-34B43A08 --query Quota.Value` shows it, and `aws service-quotas request-service-quota-increase` asks for more."
}

# --- Costs

cost "control-plane" {
  component = "control-plane"
  monthly   = price.eks_cluster_hour * price.hours_per_month + 2 * price.kms_key_month
  says      = "The EKS control plane in standard support, and the keys of its Secrets and its logs; each GB of logs comes on top."
}

cost "nodes" {
  component = "node-groups"
  monthly = price.hours_per_month * sum([for group in values(var.node_groups) :
    coalesce(group.desired_size, group.min_size) *
    (group.capacity_type == "SPOT" ? price.spot_share : 1) *
    lookup(price.instance_large_hour, split(".", group.instance_types[0])[0], 0) *
    lookup(price.instance_size, split(".", group.instance_types[0])[1], 0)
  ])
  says = "${sum([for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size)])} nodes at the on-demand price of each group's first instance type; spot nodes are taken at ${100 * price.spot_share} % of it, and their price changes."
}

cost "node-disks" {
  component = "node-groups"
  monthly   = price.gp3_gb_month * sum([for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size) * group.disk_size_gb])
  says      = "Their disks, ${sum([for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size) * group.disk_size_gb])} GB of gp3."
}

cost "container-insights" {
  component = "container-insights"
  monthly   = price.kms_key_month
  says      = "The key of its logs; metrics by observation and each GB of logs come on top, and they are most of it."
}

# --- Fields

field "service_cidr" {
  shows = {
    "Kubernetes API" = cidrhost(var.service_cidr, 1)
    "DNS"            = cidrhost(var.service_cidr, 10)
  }
}

# Types with a price here. Only some families come as small as medium, and burstable ones end at 2xlarge.
field "node_groups.*.instance_types.*" {
  suggests = merge([for family, large in price.instance_large_hour : {
    for size, factor in price.instance_size :
    "${family}.${size}" => format("$%.0f a month", large * factor * price.hours_per_month)
    if(size != "medium" || can(regex("^t|g$", family))) && (factor <= 4 || !startswith(family, "t"))
  }]...)
}
