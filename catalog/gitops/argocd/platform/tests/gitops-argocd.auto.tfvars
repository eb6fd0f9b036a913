github_org             = "example-org"
github_oauth_client_id = "Ov23liexampleclient1"
argocd_admin_team      = "platform"
argocd_allowed_cidrs   = ["10.0.0.0/8"]
