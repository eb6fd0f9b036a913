provider "aws" {
  region = var.aws_region

  default_tags {
    tags = local.tags
  }
}

# A token lives for 15 minutes, so Helm asks for one whenever it needs it instead of taking one from the plan.
provider "helm" {
  kubernetes = {
    host                   = data.aws_eks_cluster.this.endpoint
    cluster_ca_certificate = base64decode(data.aws_eks_cluster.this.certificate_authority[0].data)

    # JSON, whatever output the profile prefers: Helm understands nothing else.
    exec = {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--cluster-name", local.name, "--region", var.aws_region, "--output", "json"]
    }
  }
}
