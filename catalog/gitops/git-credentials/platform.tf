# A Secret with this label is how Argo CD knows a repository. The address says what the credential is: by SSH a private key, by HTTPS a
# token, for which any user name will do.
resource "helm_release" "git_credentials" {
  name      = "git-credentials"
  namespace = "argocd"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [{
      apiVersion = "external-secrets.io/v1"
      kind       = "ExternalSecret"
      metadata   = { name = "gitops-repo", namespace = "argocd" }
      spec = {
        refreshInterval = "1h"
        secretStoreRef  = { kind = "ClusterSecretStore", name = "platform" }
        target = {
          name = "gitops-repo"
          template = {
            metadata = { labels = { "argocd.argoproj.io/secret-type" = "repository" } }
            data = merge(
              { type = "git", url = var.gitops_repo_url },
              { for key, value in { username = "git", password = "{{ .credential }}" } : key => value if startswith(var.gitops_repo_url, "https://") },
              # OpenSSH wants the line break after the last line, which a shell's $(...) takes away.
              { for key, value in { sshPrivateKey = "{{ .credential | trim }}\n" } : key => value if !startswith(var.gitops_repo_url, "https://") },
            )
          }
        }
        data = [{ secretKey = "credential", remoteRef = { key = "${local.name}/platform/gitops-repo" } }]
      }
    }]
  })]

  depends_on = [helm_release.argocd_namespace]
}
