gitops_repo_url = "https://github.com/example-org/deployments.git"
