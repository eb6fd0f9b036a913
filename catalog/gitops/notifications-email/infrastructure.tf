# --- See slack-webhook for how a secret comes here and stays out of everything else.

variable "smtp_password" {
  description = "Password for the mail server."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false

  validation {
    condition     = length(var.smtp_password) >= 8
    error_message = "Supply the password of the mail server in TF_VAR_smtp_password; it has at least 8 characters."
  }
}

variable "smtp_password_version" {
  description = "Counts the mail server's passwords: raise it by one together with a new one, or the old one stays."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.smtp_password_version >= 1 && var.smtp_password_version == floor(var.smtp_password_version)
    error_message = "The version is a whole number from 1, and it only goes up."
  }
}

resource "aws_secretsmanager_secret" "smtp" {
  # checkov:skip=CKV2_AWS_57: Its issuer makes a new one when a person asks; then its version is raised.

  name        = "${local.name}/platform/smtp"
  description = "Password for the mail server that the platform sends its messages by."
  kms_key_id  = aws_kms_key.platform_secrets.arn

  # Gone at once: the value is supplied from elsewhere, and a name that waits for its end would block the next apply.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "smtp" {
  secret_id                = aws_secretsmanager_secret.smtp.id
  secret_string_wo         = var.smtp_password
  secret_string_wo_version = var.smtp_password_version
}
