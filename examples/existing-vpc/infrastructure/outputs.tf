output "vpc_id" {
  description = "The VPC that the cluster lives in."
  value       = data.aws_vpc.existing.id

  precondition {
    condition     = length(distinct([for id in local.existing_private_subnets : data.aws_subnet.existing[id].availability_zone])) >= 2
    error_message = "The private subnets are all in one zone and EKS needs two: name others in existing_private_subnet_ids."
  }

  # An interface endpoint takes one subnet in each zone.
  precondition {
    condition     = length(distinct([for id in local.existing_intra_subnets : data.aws_subnet.existing[id].availability_zone])) == length(local.existing_intra_subnets)
    error_message = "Two of the subnets for the control plane and the endpoints are in the same zone: name one in each zone in existing_intra_subnet_ids."
  }
}

output "public_subnet_ids" {
  description = "Subnets for load balancers that face the internet."
  value       = values(local.public_subnet_ids)
}

output "aws_region" {
  description = "Region of the cluster."
  value       = var.aws_region
}

output "cluster_name" {
  description = "Name of the cluster."
  value       = aws_eks_cluster.this.name
}

output "cluster_endpoint" {
  description = "Address of the Kubernetes API."
  value       = aws_eks_cluster.this.endpoint
}

output "kubeconfig_command" {
  description = "Command that teaches kubectl the way to the cluster."
  value       = "aws eks update-kubeconfig --region ${var.aws_region} --name ${aws_eks_cluster.this.name}"
}

output "platform_room" {
  description = "What the platform's own pods request of the nodes that it starts with, and what these have in all: CPU in thousandths, and pods."
  value       = local.platform_room
}

output "addon_versions" {
  description = "Versions that run now: copy them into the variable of this name to stay at them."
  value = {
    amazon-cloudwatch-observability = aws_eks_addon.container_insights.addon_version
    aws-ebs-csi-driver              = aws_eks_addon.ebs_csi.addon_version
    coredns                         = aws_eks_addon.coredns.addon_version
    eks-pod-identity-agent          = aws_eks_addon.pod_identity_agent.addon_version
    kube-proxy                      = aws_eks_addon.kube_proxy.addon_version
    snapshot-controller             = aws_eks_addon.snapshot_controller.addon_version
    vpc-cni                         = aws_eks_addon.vpc_cni.addon_version
  }
}
