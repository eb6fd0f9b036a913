variable "cosign_public_key" {
  description = "Public key of the pair that your pipeline signs images with, as PEM: cosign generate-key-pair writes it to cosign.pub."
  type        = string
  nullable    = false

  validation {
    condition     = !can(regex("PRIVATE KEY", var.cosign_public_key))
    error_message = "This is the private key, with which anybody can sign: keep it where your pipeline has it, take it out of here, and give the public one from cosign.pub."
  }

  validation {
    condition     = can(regex("^\\s*-{5}BEGIN PUBLIC KEY-{5}\\s+([A-Za-z0-9+/]+\\s+)*[A-Za-z0-9+/]+={0,2}\\s+-{5}END PUBLIC KEY-{5}\\s*$", var.cosign_public_key))
    error_message = "Write the key as PEM, with its first line -----BEGIN PUBLIC KEY----- and its last line -----END PUBLIC KEY-----."
  }
}

variable "signed_image_globs" {
  description = "Images that must be signed with the key, such as 111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/*; empty means all of this account's ECR in this region."
  type        = list(string)
  default     = []
  nullable    = false

  # Images of others are signed by others, or not at all: with this key they would all be refused.
  validation {
    condition     = alltrue([for glob in var.signed_image_globs : can(regex("^[a-z0-9][a-z0-9.-]*(:[0-9]+)?/[A-Za-z0-9._/*:-]+$", glob))])
    error_message = "Begin with the registry, which has no star: 111122223333.dkr.ecr.eu-central-1.amazonaws.com/shop/*, and not * or */shop."
  }
}

variable "image_verification_action" {
  description = "What happens to a pod whose images are not signed: Audit lets it in and reports it, Deny refuses it."
  type        = string
  default     = "Audit"
  nullable    = false

  validation {
    condition     = contains(["Audit", "Deny"], var.image_verification_action)
    error_message = "Write Audit or Deny."
  }
}

locals {
  signed_image_globs = coalescelist(var.signed_image_globs, ["${local.account_id}.dkr.ecr.${var.aws_region}.${data.aws_partition.current.dns_suffix}/*"])

  # Three lists of images, each with its own sentence.
  image_verification_checks = [for list, what in { containers = "image", ephemeralContainers = "image of a container for debugging", initContainers = "image of an init container" } : {
    expression = "images.${list}.map(image, verifyImageSignatures(image, [attestors.pipeline])).all(count, count > 0)"
    message    = "An ${what} is not signed with the platform's key."
  }]
}

resource "helm_release" "image_verification" {
  name      = "image-verification"
  namespace = "kyverno"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "policies.kyverno.io/v1"
      kind       = "ImageValidatingPolicy"
      metadata   = { name = "signed-images" }
      spec = {
        validationActions = [var.image_verification_action]

        # Who refuses must not be passed by while it is away; who only reports must not be in anybody's way.
        failurePolicy        = var.image_verification_action == "Deny" ? "Fail" : "Ignore"
        webhookConfiguration = { timeoutSeconds = 15 }
        evaluation           = { background = { enabled = false } }

        matchConstraints = {
          resourceRules     = [{ apiGroups = [""], apiVersions = ["v1"], operations = ["CREATE", "UPDATE"], resources = ["pods", "pods/ephemeralcontainers"] }]
          namespaceSelector = { matchExpressions = [{ key = "kubernetes.io/metadata.name", operator = "NotIn", values = local.platform_namespaces }] }
        }

        matchImageReferences = [for glob in local.signed_image_globs : { glob = glob }]
        credentials          = { providers = ["default", "amazon"] }

        # A key of one's own: its signatures stand in no public log, and are not looked for there.
        attestors = [{
          name = "pipeline"
          cosign = {
            key   = { data = var.cosign_public_key }
            ctlog = { insecureIgnoreTlog = true, insecureIgnoreSCT = true }
          }
        }]

        # A tag may mean something else tomorrow, so what was verified is what runs: its digest takes the tag's place. Not while it only
        # reports, when nothing is changed.
        validationConfigurations = {
          mutateDigest = var.image_verification_action == "Deny"
          verifyDigest = var.image_verification_action == "Deny"
          required     = true
        }
        validations = local.image_verification_checks
      }
    }]
  })]

  depends_on = [helm_release.kyverno]
}

output "signed_images" {
  description = "Images whose signature is verified, and what happens to what has none."
  value       = { globs = local.signed_image_globs, action = var.image_verification_action }
}
