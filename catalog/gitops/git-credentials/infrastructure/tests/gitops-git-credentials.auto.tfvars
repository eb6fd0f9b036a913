# No secret: what the tests answer to the question that has no default, and what stands in for it when everything is taken down.
gitops_repo_credential = "example-deploy-key"
