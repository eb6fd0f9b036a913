mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  cluster_name       = "harbor"
  environment_suffix = "t1"
  domain_name        = "platform.example.com"
}

# Applied, because only then ACM says which record it wants.
run "the_certificate_is_for_the_host_and_validated_in_the_zone" {
  assert {
    condition     = aws_acm_certificate.argocd.domain_name == "argocd.harbor-t1.platform.example.com" && aws_acm_certificate.argocd.validation_method == "DNS"
    error_message = "The host name must be made from the full name of the cluster."
  }

  assert {
    condition     = aws_route53_record.argocd_certificate.zone_id == local.zone_id && aws_acm_certificate_validation.argocd.validation_record_fqdns == toset([aws_route53_record.argocd_certificate.fqdn])
    error_message = "The certificate must be validated by a record in the domain's zone."
  }

  assert {
    condition     = aws_ssm_parameter.argocd_certificate.insecure_value == aws_acm_certificate_validation.argocd.certificate_arn
    error_message = "platform must be told of the certificate only once it has been issued."
  }

  assert {
    condition     = aws_secretsmanager_secret.github_oauth.kms_key_id == aws_kms_key.platform_secrets.arn && aws_secretsmanager_secret_version.github_oauth.secret_string == null
    error_message = "The client secret must lie under the platform's key, and not in the state."
  }
}

run "a_host_of_another_domain_is_refused" {
  command = plan

  variables {
    argocd_host = "argocd.example.org"
  }

  expect_failures = [var.argocd_host]
}

run "a_name_that_acm_does_not_take_is_refused" {
  command = plan

  variables {
    domain_name = "a-very-long-name-of-a-platform-in-some-department.of.example.com"
  }

  expect_failures = [aws_acm_certificate.argocd]
}
