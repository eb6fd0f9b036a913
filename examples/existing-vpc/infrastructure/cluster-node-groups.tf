# --- Room: whether the nodes hold what the platform itself runs, before the first workload comes.

locals {
  # What its pods request, CPU in thousandths: in all, and on each node. By the releases here or, where they say nothing, by the defaults of the
  # charts and add-ons, looked up in November 2026. Samples and workloads come on top.
  platform_requests = {
    core                     = { cpu = 200, pods = 2, on_each = { cpu = 150, pods = 3 } } # CoreDNS; the pod network, kube-proxy, Pod Identity
    container-insights       = { cpu = 100, pods = 1, on_each = { cpu = 300, pods = 2 } }
    ebs-csi                  = { cpu = 140, pods = 4, on_each = { cpu = 30, pods = 1 } }
    external-secrets         = { cpu = 160, pods = 5, on_each = { cpu = 0, pods = 0 } }
    load-balancer-controller = { cpu = 100, pods = 2, on_each = { cpu = 0, pods = 0 } }
    metrics-server           = { cpu = 200, pods = 2, on_each = { cpu = 0, pods = 0 } }
  }

  # What a node has for pods once the kubelet has its share, by size: EKS's formula for CPU, and addresses of the pod network for their number.
  # Smaller sizes differ by family, so nothing is said of them.
  node_room = {
    large     = { cpu = 1930, pods = 29 }
    xlarge    = { cpu = 3920, pods = 58 }
    "2xlarge" = { cpu = 7910, pods = 58 }
    "4xlarge" = { cpu = 15890, pods = 110 }
    "8xlarge" = { cpu = 31850, pods = 234 }
  }

  # The nodes to start with that any pod may run on, by their size.
  platform_nodes = flatten([for group in values(var.node_groups) : [
    for number in range(coalesce(group.desired_size, group.min_size)) : split(".", group.instance_types[0])[1]
  ] if !anytrue([for taint in group.taints : taint.effect != "PREFER_NO_SCHEDULE"])])

  # Requested, and there: null where a size is not known.
  platform_room = {
    cpu         = sum([for part in values(local.platform_requests) : part.cpu + part.on_each.cpu * length(local.platform_nodes)])
    cpu_of_all  = try(sum([for size in local.platform_nodes : local.node_room[size].cpu]), null)
    pods        = sum([for part in values(local.platform_requests) : part.pods + part.on_each.pods * length(local.platform_nodes)])
    pods_of_all = try(sum([for size in local.platform_nodes : local.node_room[size].pods]), null)
  }
}

resource "aws_eks_node_group" "this" {
  for_each = var.node_groups

  cluster_name           = aws_eks_cluster.this.name
  node_group_name_prefix = "${each.key}-"
  node_role_arn          = aws_iam_role.node.arn
  subnet_ids             = values(local.private_subnet_ids)

  version        = aws_eks_cluster.this.version
  ami_type       = each.value.ami_type
  capacity_type  = each.value.capacity_type
  instance_types = each.value.instance_types

  launch_template {
    id      = aws_launch_template.node[each.key].id
    version = aws_launch_template.node[each.key].latest_version
  }

  scaling_config {
    min_size     = each.value.min_size
    max_size     = each.value.max_size
    desired_size = coalesce(each.value.desired_size, each.value.min_size)
  }

  update_config {
    max_unavailable_percentage = 33
  }

  labels = each.value.labels

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = taint.value.key
      value  = taint.value.value
      effect = taint.value.effect
    }
  }

  # The nodes join with a network and with identities for their pods, and keep both until they are drained.
  depends_on = [
    aws_eks_addon.kube_proxy,
    aws_eks_addon.pod_identity_agent,
    aws_eks_addon.vpc_cni,
    aws_iam_role_policy_attachment.node,
    aws_vpc_endpoint.gateway,
    aws_vpc_endpoint.interface,
    aws_vpc_security_group_egress_rule.node_to_all,
    aws_vpc_security_group_ingress_rule.cluster_from_nodes,
    aws_vpc_security_group_ingress_rule.endpoints_from_vpc,
    aws_vpc_security_group_ingress_rule.node_from_cluster_kubelet,
    aws_vpc_security_group_ingress_rule.node_from_nodes,
  ]

  # Other instance types or one more zone mean another group: its nodes come first, then the old ones are drained; hence the prefix.
  # The number of nodes belongs to whoever scales the group, once it exists.
  lifecycle {
    create_before_destroy = true
    ignore_changes        = [scaling_config[0].desired_size]
  }
}

resource "aws_launch_template" "node" {
  for_each = var.node_groups

  name                   = "${local.name}-${each.key}"
  description            = "Nodes of ${local.name}, group ${each.key}"
  update_default_version = true
  vpc_security_group_ids = [aws_security_group.node.id]

  # IMDSv2 only, and one hop: a pod on the pod network cannot take the node's role, and has its own by Pod Identity.
  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  # The account's key for EBS: one of our own would need a grant for the Auto Scaling service role, which may not exist yet.
  # Bottlerocket keeps images and logs on its second disk; the first has the size that its image gives it.
  dynamic "block_device_mappings" {
    for_each = startswith(each.value.ami_type, "BOTTLEROCKET") ? toset(["/dev/xvda", "/dev/xvdb"]) : toset(["/dev/xvda"])

    content {
      device_name = block_device_mappings.value

      ebs {
        volume_type           = "gp3"
        volume_size           = startswith(each.value.ami_type, "BOTTLEROCKET") && block_device_mappings.value == "/dev/xvda" ? null : each.value.disk_size_gb
        encrypted             = true
        delete_on_termination = true
      }
    }
  }

  # What Auto Scaling makes does not get the provider's default tags.
  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])

    content {
      resource_type = tag_specifications.value
      tags          = merge(local.tags, { Name = "${local.name}-${each.key}" })
    }
  }
}

# --- Network: one group for all nodes. A component whose webhook listens on another port adds its own rule.

resource "aws_security_group" "node" {
  name        = "${local.name}-node"
  description = "Nodes and pods of ${local.name}"
  vpc_id      = local.vpc_id

  tags = { Name = "${local.name}-node" }
}

resource "aws_vpc_security_group_ingress_rule" "cluster_from_nodes" {
  security_group_id            = aws_security_group.cluster.id
  description                  = "Nodes and pods to the Kubernetes API"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443

  tags = { Name = "${local.name}-cluster-from-nodes" }
}

# The kubelet, and metrics-server, which listens on the same port.
resource "aws_vpc_security_group_ingress_rule" "node_from_cluster_kubelet" {
  security_group_id            = aws_security_group.node.id
  description                  = "Kubernetes API to the kubelet"
  referenced_security_group_id = aws_security_group.cluster.id
  ip_protocol                  = "tcp"
  from_port                    = 10250
  to_port                      = 10250

  tags = { Name = "${local.name}-node-from-cluster-kubelet" }
}

# The port that the webhooks of most operators listen on. One rule for all of them: EC2 refuses a second one with the same port and group.
resource "aws_vpc_security_group_ingress_rule" "node_from_cluster_webhooks" {
  security_group_id            = aws_security_group.node.id
  description                  = "Kubernetes API to the webhooks of operators"
  referenced_security_group_id = aws_security_group.cluster.id
  ip_protocol                  = "tcp"
  from_port                    = 9443
  to_port                      = 9443

  tags = { Name = "${local.name}-node-from-cluster-webhooks" }
}

# Pods talk to each other on any port; which of them may is for network policies to say.
resource "aws_vpc_security_group_ingress_rule" "node_from_nodes" {
  security_group_id            = aws_security_group.node.id
  description                  = "Nodes and pods among themselves"
  referenced_security_group_id = aws_security_group.node.id
  ip_protocol                  = "-1"

  tags = { Name = "${local.name}-node-from-nodes" }
}

resource "aws_vpc_security_group_egress_rule" "node_to_all" {
  security_group_id = aws_security_group.node.id
  description       = "Nodes and pods to AWS, registries and the internet"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "-1"

  tags = { Name = "${local.name}-node-to-all" }
}

# --- Identity: what a node itself needs. The network plug-in and everything in pods have roles of their own.

resource "aws_iam_role" "node" {
  name                 = "${local.name}-node"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ec2.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

resource "aws_iam_role_policy_attachment" "node" {
  # Session Manager is the way onto a node: there is no SSH key and no open port for one.
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"])

  role       = aws_iam_role.node.name
  policy_arn = "arn:${local.partition}:iam::aws:policy/${each.key}"
}
