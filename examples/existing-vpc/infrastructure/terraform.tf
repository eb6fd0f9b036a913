terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }

  # The path is given at init, one per environment: scripts/apply passes -backend-config="path=...".
  backend "local" {}
}
