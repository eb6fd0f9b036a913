mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "signatures_are_looked_at_before_they_are_demanded" {
  command = plan

  assert {
    condition     = yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.validationActions == ["Audit"] && yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.failurePolicy == "Ignore"
    error_message = "By default nothing must be refused."
  }

  assert {
    condition     = yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.matchImageReferences == [{ glob = "111122223333.dkr.ecr.us-east-1.amazonaws.com/*" }]
    error_message = "Without a list the account's own images are meant, and no others."
  }

  assert {
    condition     = contains(yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.matchConstraints.namespaceSelector.matchExpressions[0].values, "kube-system")
    error_message = "The platform's own images are not signed with this key."
  }

  assert {
    condition     = contains(yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.matchConstraints.resourceRules[0].resources, "pods/ephemeralcontainers") && anytrue([for check in yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.validations : strcontains(check.expression, "images.ephemeralContainers")])
    error_message = "kubectl debug must not bring an unsigned image into a pod."
  }
}

run "who_refuses_is_not_passed_by" {
  command = plan

  variables {
    image_verification_action = "Deny"
    signed_image_globs        = ["111122223333.dkr.ecr.us-east-1.amazonaws.com/shop/*"]
  }

  assert {
    condition     = yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.failurePolicy == "Fail" && yamldecode(helm_release.image_verification.values[0]).manifests[0].spec.validationConfigurations.mutateDigest
    error_message = "An unsigned image must not come in while Kyverno is away, nor by a tag that is moved later."
  }
}

run "a_glob_for_everything_is_refused" {
  command = plan

  variables {
    signed_image_globs = ["*"]
  }

  expect_failures = [var.signed_image_globs]
}

run "the_private_key_is_refused" {
  command = plan

  variables {
    cosign_public_key = "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\neyJrZGYi\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----"
  }

  expect_failures = [var.cosign_public_key]
}

run "a_key_without_its_frame_is_refused" {
  command = plan

  variables {
    cosign_public_key = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE"
  }

  expect_failures = [var.cosign_public_key]
}

run "an_unknown_action_is_refused" {
  command = plan

  variables {
    image_verification_action = "Enforce"
  }

  expect_failures = [var.image_verification_action]
}
