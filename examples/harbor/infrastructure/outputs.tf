output "vpc_id" {
  description = "The VPC that the cluster lives in."
  value       = aws_vpc.this.id
}

output "public_subnet_ids" {
  description = "Subnets for load balancers that face the internet."
  value       = values(local.public_subnet_ids)
}

output "nat_public_addresses" {
  description = "Public addresses that the nodes and pods are seen with on the internet, for the allow lists of others."
  value       = [for key in local.nat_keys : aws_eip.nat[key].public_ip]
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

output "oidc_provider_arn" {
  description = "OIDC provider of the cluster, for the trust policies of roles for service accounts."
  value       = aws_iam_openid_connect_provider.cluster.arn
}
