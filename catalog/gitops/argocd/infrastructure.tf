variable "argocd_host" {
  description = "Host name of Argo CD, inside the domain; without one it is argocd.NAME.DOMAIN, with the full name of the cluster."
  type        = string
  default     = null

  validation {
    condition     = var.argocd_host == null ? true : endswith(var.argocd_host, ".${var.domain_name}")
    error_message = "Choose a host name inside the domain, such as argocd.platform.example.com in platform.example.com: its certificate is validated by a record in the domain's zone."
  }

  validation {
    condition     = var.argocd_host == null ? true : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", var.argocd_host))
    error_message = "Write the host name in lower case and without a dot at the end."
  }
}

# --- The client secret of the OAuth application: see slack-webhook for how a secret comes here and stays out of everything else.

variable "github_oauth_client_secret" {
  description = "Client secret of the OAuth application at GitHub that people log in to Argo CD with."
  type        = string
  sensitive   = true
  ephemeral   = true
  nullable    = false

  validation {
    condition     = can(regex("^[!-~]{10,}$", var.github_oauth_client_secret))
    error_message = "Supply the client secret as GitHub shows it, in one line, in TF_VAR_github_oauth_client_secret."
  }
}

variable "github_oauth_client_secret_version" {
  description = "Counts the client secrets: raise it by one together with a new secret, or the old one stays."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.github_oauth_client_secret_version >= 1 && var.github_oauth_client_secret_version == floor(var.github_oauth_client_secret_version)
    error_message = "The version is a whole number from 1, and it only goes up."
  }
}

resource "aws_secretsmanager_secret" "github_oauth" {
  # checkov:skip=CKV2_AWS_57: Its issuer makes a new one when a person asks; then its version is raised.

  name        = "${local.name}/platform/github-oauth"
  description = "Client secret of the OAuth application that people log in to Argo CD with."
  kms_key_id  = aws_kms_key.platform_secrets.arn

  # Gone at once: the value is supplied from elsewhere, and a name that waits for its end would block the next apply.
  recovery_window_in_days = 0
}

resource "aws_secretsmanager_secret_version" "github_oauth" {
  secret_id                = aws_secretsmanager_secret.github_oauth.id
  secret_string_wo         = var.github_oauth_client_secret
  secret_string_wo_version = var.github_oauth_client_secret_version
}

# --- Certificate

locals {
  # The same expression as in platform: the certificate is for the name that the load balancer answers to.
  argocd_host = coalesce(var.argocd_host, "argocd.${local.name}.${var.domain_name}")
}

resource "aws_acm_certificate" "argocd" {
  domain_name       = local.argocd_host
  validation_method = "DNS"

  # A load balancer keeps its certificate until it has the next one.
  lifecycle {
    create_before_destroy = true

    precondition {
      condition     = length(local.argocd_host) <= 64
      error_message = "ACM takes at most 64 characters for the first name of a certificate, and ${local.argocd_host} has ${length(local.argocd_host)}: give a shorter argocd_host."
    }
  }
}

# One name wants one record, so there is no for_each over what ACM answers. ACM asks for the same record again for the next certificate
# of that name, which is there before this one is gone: hence the overwriting.
resource "aws_route53_record" "argocd_certificate" {
  zone_id         = local.zone_id
  name            = one(aws_acm_certificate.argocd.domain_validation_options).resource_record_name
  type            = one(aws_acm_certificate.argocd.domain_validation_options).resource_record_type
  records         = [one(aws_acm_certificate.argocd.domain_validation_options).resource_record_value]
  ttl             = 300
  allow_overwrite = true
}

# Waits until ACM has seen the record. What takes longer than this is a zone that nobody has delegated to.
resource "aws_acm_certificate_validation" "argocd" {
  certificate_arn         = aws_acm_certificate.argocd.arn
  validation_record_fqdns = [aws_route53_record.argocd_certificate.fqdn]

  timeouts {
    create = "30m"
  }
}

# How platform finds it. It is written once the certificate has been issued, so the load balancer never asks for one that is not.
resource "aws_ssm_parameter" "argocd_certificate" {
  # checkov:skip=CKV2_AWS_34: The ARN of a certificate is no secret.

  name           = "/platform/${local.name}/argocd/certificate-arn"
  description    = "Certificate of Argo CD's load balancer."
  type           = "String"
  insecure_value = aws_acm_certificate_validation.argocd.certificate_arn
}
