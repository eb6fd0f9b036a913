locals {
  # The list is asked for as the job's own service account, checked, and only then sent: an empty answer replaces no backup.
  sealing_key_backup = join("\n", [
    "set -euo pipefail",
    "account=/var/run/secrets/kubernetes.io/serviceaccount",
    "curl --fail --silent --show-error --max-time 60 --cacert \"$account/ca.crt\" --header \"Authorization: Bearer $(cat $account/token)\" \\",
    "  --output /backup/sealing-keys.json \\",
    "  'https://kubernetes.default.svc/api/v1/namespaces/sealed-secrets/secrets?labelSelector=sealedsecrets.bitnami.com%2Fsealed-secrets-key'",
    "grep -q 'tls.key' /backup/sealing-keys.json || { echo 'there is no sealing key' >&2; exit 1; }",
    "aws s3api put-object --bucket \"$BUCKET\" --key sealing-keys.json --body /backup/sealing-keys.json",
    "",
  ])
}

resource "helm_release" "sealing_key_backup" {
  name      = "sealing-key-backup"
  namespace = "sealed-secrets"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [
      {
        apiVersion = "v1"
        kind       = "ServiceAccount"
        metadata   = { name = "key-backup", namespace = "sealed-secrets" }
      },
      {
        apiVersion = "rbac.authorization.k8s.io/v1"
        kind       = "Role"
        metadata   = { name = "key-backup", namespace = "sealed-secrets" }
        rules      = [{ apiGroups = [""], resources = ["secrets"], verbs = ["list"] }]
      },
      {
        apiVersion = "rbac.authorization.k8s.io/v1"
        kind       = "RoleBinding"
        metadata   = { name = "key-backup", namespace = "sealed-secrets" }
        roleRef    = { apiGroup = "rbac.authorization.k8s.io", kind = "Role", name = "key-backup" }
        subjects   = [{ kind = "ServiceAccount", name = "key-backup", namespace = "sealed-secrets" }]
      },
      {
        apiVersion = "batch/v1"
        kind       = "CronJob"
        metadata   = { name = "key-backup", namespace = "sealed-secrets" }
        spec = {
          schedule                   = "17 3 * * *"
          concurrencyPolicy          = "Forbid"
          successfulJobsHistoryLimit = 1
          failedJobsHistoryLimit     = 3
          jobTemplate = {
            spec = {
              backoffLimit          = 3
              activeDeadlineSeconds = 600
              template = {
                spec = {
                  serviceAccountName = "key-backup"
                  restartPolicy      = "Never"
                  securityContext = {
                    runAsNonRoot   = true
                    runAsUser      = 65532
                    runAsGroup     = 65532
                    fsGroup        = 65532
                    seccompProfile = { type = "RuntimeDefault" }
                  }
                  containers = [{
                    name    = "backup"
                    image   = "public.ecr.aws/aws-cli/aws-cli:2.36.44"
                    command = ["/bin/bash", "-c", local.sealing_key_backup]
                    env = [
                      { name = "BUCKET", value = data.aws_s3_bucket.sealing_keys.bucket },
                      { name = "AWS_REGION", value = var.aws_region },
                      { name = "HOME", value = "/backup" },
                    ]
                    resources = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "256Mi" } }
                    securityContext = {
                      allowPrivilegeEscalation = false
                      readOnlyRootFilesystem   = true
                      capabilities             = { drop = ["ALL"] }
                    }
                    volumeMounts = [{ name = "backup", mountPath = "/backup" }]
                  }]
                  # In memory: keys touch no disk.
                  volumes = [{ name = "backup", emptyDir = { medium = "Memory", sizeLimit = "16Mi" } }]
                }
              }
            }
          }
        }
      },
    ]
  })]

  depends_on = [helm_release.sealed_secrets]
}

data "aws_s3_bucket" "sealing_keys" {
  bucket = "${local.name}-keys-${local.account_id}"
}
