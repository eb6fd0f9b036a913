# What is here belongs to the whole account and to no region; the provider wants one all the same.
provider "aws" {
  region = var.aws_region

  default_tags {
    tags = local.tags
  }
}
