# --- See slack-webhook for how a secret comes here and stays out of everything else.

variable "gitops_repo_credential" {
  description = "What Argo CD reads the GitOps repository with: the private key of a deploy key for an address by SSH, or a token for one by HTTPS. Reading is enough."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false

  validation {
    condition     = length(trimspace(var.gitops_repo_credential)) >= 8
    error_message = "Supply the private key or the token in TF_VAR_gitops_repo_credential, such as TF_VAR_gitops_repo_credential=\"$(cat deploy-key)\"."
  }
}

variable "gitops_repo_credential_version" {
  description = "Counts the credentials of the GitOps repository: raise it by one together with a new one, or the old one stays."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.gitops_repo_credential_version >= 1 && var.gitops_repo_credential_version == floor(var.gitops_repo_credential_version)
    error_message = "The version is a whole number from 1, and it only goes up."
  }
}

resource "aws_secretsmanager_secret" "gitops_repo" {
  # checkov:skip=CKV2_AWS_57: Its issuer makes a new one when a person asks; then its version is raised.

  name        = "${local.name}/platform/gitops-repo"
  description = "What Argo CD reads the GitOps repository with."
  kms_key_id  = aws_kms_key.platform_secrets.arn

  # Gone at once: the value is supplied from elsewhere, and a name that waits for its end would block the next apply.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "gitops_repo" {
  secret_id                = aws_secretsmanager_secret.gitops_repo.id
  secret_string_wo         = var.gitops_repo_credential
  secret_string_wo_version = var.gitops_repo_credential_version
}
