locals {
  image_updater_registry = "${local.account_id}.dkr.ecr.${var.aws_region}.${data.aws_partition.current.dns_suffix}"
}

# Its own release, before the controller that reads it.
resource "helm_release" "image_updater_git" {
  name      = "image-updater-git"
  namespace = "argocd"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "external-secrets.io/v1"
      kind       = "ExternalSecret"
      metadata   = { name = "image-updater-git", namespace = "argocd" }
      spec = {
        refreshInterval = "1h"
        secretStoreRef  = { kind = "ClusterSecretStore", name = "platform" }
        target = {
          name = "image-updater-git"
          template = {
            data = merge(
              { for key, value in { username = "git", password = "{{ .credential }}" } : key => value if startswith(var.gitops_repo_url, "https://") },
              # OpenSSH wants the line break after the last line, which a shell's $(...) takes away.
              { for key, value in { sshPrivateKey = "{{ .credential | trim }}\n" } : key => value if !startswith(var.gitops_repo_url, "https://") },
            )
          }
        }
        data = [{ secretKey = "credential", remoteRef = { key = "${local.name}/platform/image-updater-git" } }]
      }
    }]
  })]

  depends_on = [helm_release.argocd_namespace]
}

# Which images it looks for is said in Git, by an ImageUpdater beside each Application: a new service is one pull request.
resource "helm_release" "image_updater" {
  name       = "argocd-image-updater"
  namespace  = "argocd"
  repository = "https://argoproj.github.io/argo-helm"
  chart      = "argocd-image-updater"
  version    = "1.2.4"

  values = [yamlencode({
    serviceAccount = { create = true, name = "argocd-image-updater" }
    extraEnv       = [{ name = "AWS_REGION", value = var.aws_region }]
    resources      = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "512Mi" } }

    config = {
      "git.user"  = "argocd-image-updater"
      "git.email" = "argocd-image-updater@${var.domain_name}"
      registries = [{
        name        = "ECR"
        api_url     = "https://${local.image_updater_registry}"
        prefix      = local.image_updater_registry
        ping        = true
        insecure    = false
        credentials = "ext:/scripts/ecr-login.sh"
        # A login is good for twelve hours.
        credsexpire = "10h"
      }]
    }

    # The pod's own identity logs in. Its file system is read-only, so the command line is told where it may write.
    authScripts = {
      enabled = true
      scripts = {
        "ecr-login.sh" = join("\n", [
          "#!/bin/sh",
          "export HOME=/tmp",
          "login=$(aws ecr --region \"$AWS_REGION\" get-authorization-token --output text --query 'authorizationData[].authorizationToken' | base64 -d) && echo \"$login\"",
          "",
        ])
      }
    }
  })]

  depends_on = [
    helm_release.argocd,
    helm_release.image_updater_git,
  ]
}
