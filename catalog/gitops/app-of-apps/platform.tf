# No default: nobody but you knows your repository.
variable "gitops_repo_url" {
  description = "Address of the Git repository that says what runs in the cluster, by HTTPS or SSH, such as https://github.com/example-org/deployments.git."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^(https://[A-Za-z0-9.-]+(:[0-9]+)?/|git@[A-Za-z0-9.-]+:|ssh://git@[A-Za-z0-9.-]+(:[0-9]+)?/)[A-Za-z0-9._~/-]+$", var.gitops_repo_url))
    error_message = "Write the repository as https://HOST/PATH.git, git@HOST:PATH.git or ssh://git@HOST/PATH.git; credentials are no part of the address."
  }
}

variable "gitops_repo_revision" {
  description = "Branch of that repository that the cluster follows."
  type        = string
  default     = "main"
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9][A-Za-z0-9._/-]*$", var.gitops_repo_revision))
    error_message = "Write the name of a branch, such as main."
  }
}

variable "gitops_repo_path" {
  description = "Folder of that repository that holds apps, base and overlays; gitops if the bundle itself is the repository."
  type        = string
  default     = "gitops"
  nullable    = false

  validation {
    condition     = can(regex("^(\\.|[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*)$", var.gitops_repo_path))
    error_message = "Write a folder inside the repository, such as gitops or clusters/harbor, or a dot for the repository itself."
  }
}

locals {
  gitops_server = "https://kubernetes.default.svc"

  # Which components are in: applications ask for them by label, and an ApplicationSet selects clusters by them.
  gitops_components = {
    "platform/cluster-name"             = local.name
    "platform/container-insights"       = "true" # if container-insights
    "platform/ebs-csi"                  = "true" # if ebs-csi
    "platform/external-dns"             = "true" # if external-dns
    "platform/external-secrets"         = "true" # if external-secrets
    "platform/image-updater"            = "true" # if image-updater
    "platform/load-balancer-controller" = "true" # if load-balancer-controller
    "platform/metrics-server"           = "true" # if metrics-server
    "platform/rollouts"                 = "true" # if rollouts
    "platform/sealed-secrets"           = "true" # if sealed-secrets
  }

  # What applications must know of this cluster crosses here, once: the repository repeats none of it.
  gitops_facts = {
    "platform/domain"     = var.domain_name
    "platform/namespaces" = join(",", keys(var.namespaces))
    "platform/path"       = var.gitops_repo_path
    "platform/region"     = var.aws_region
    "platform/registry"   = "${local.account_id}.dkr.ecr.${var.aws_region}.${data.aws_partition.current.dns_suffix}"
    "platform/repository" = var.gitops_repo_url
    "platform/revision"   = var.gitops_repo_revision
  }

  # How Argo CD knows this cluster. It talks to it as its own service account, so there is nothing secret in this Secret.
  gitops_cluster = {
    apiVersion = "v1"
    kind       = "Secret"
    metadata = {
      name        = "cluster-${local.name}"
      namespace   = "argocd"
      labels      = merge({ "argocd.argoproj.io/secret-type" = "cluster" }, local.gitops_components)
      annotations = local.gitops_facts
    }
    type = "Opaque"
    stringData = {
      name   = local.name
      server = local.gitops_server
      config = jsonencode({ tlsClientConfig = { insecure = false } })
    }
  }

  # What workloads are made of, and what comes of it. What is not here is the platform's: quotas and defaults, roles and their bindings, which
  # would reach past the fences of a namespace, and kinds that controllers turn into something outside of it. Definitions of your own add
  # theirs.
  gitops_kinds = {
    ""                        = ["ConfigMap", "PersistentVolumeClaim", "Pod", "Secret", "Service", "ServiceAccount"]
    "apps"                    = ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"]
    "argoproj.io"             = ["AnalysisRun", "AnalysisTemplate", "Experiment", "Rollout"] # if rollouts
    "autoscaling"             = ["HorizontalPodAutoscaler"]
    "batch"                   = ["CronJob", "Job"]
    "bitnami.com"             = ["SealedSecret"]   # if sealed-secrets
    "external-secrets.io"     = ["ExternalSecret"] # if external-secrets
    "networking.k8s.io"       = ["Ingress", "NetworkPolicy"]
    "policy"                  = ["PodDisruptionBudget"]
    "snapshot.storage.k8s.io" = ["VolumeSnapshot"] # if ebs-csi
  }

  # Applications of a namespace reach that namespace and nothing of the cluster.
  gitops_namespace_projects = [for name in keys(var.namespaces) : {
    apiVersion = "argoproj.io/v1alpha1"
    kind       = "AppProject"
    metadata   = { name = name, namespace = "argocd" }
    spec = {
      description                = "Workloads of the namespace ${name}."
      sourceRepos                = [var.gitops_repo_url]
      destinations               = [{ server = local.gitops_server, namespace = name }]
      clusterResourceWhitelist   = []
      namespaceResourceWhitelist = flatten([for group, kinds in local.gitops_kinds : [for kind in kinds : { group = group, kind = kind }]])
    }
  }]

  # Argo CD makes this one when it starts, with everything allowed, and an Application may name it. It stays when the release goes, or the
  # next start would make it anew.
  gitops_default_project = {
    apiVersion = "argoproj.io/v1alpha1"
    kind       = "AppProject"
    metadata   = { name = "default", namespace = "argocd", annotations = { "helm.sh/resource-policy" = "keep" } }
    spec = {
      description                = "Closed: every Application names a project of its own."
      sourceRepos                = []
      destinations               = []
      clusterResourceWhitelist   = []
      namespaceResourceBlacklist = [{ group = "*", kind = "*" }]
    }
  }

  # The root makes Applications, and nothing else: what those may do is for their own project to say.
  gitops_root_project = {
    apiVersion = "argoproj.io/v1alpha1"
    kind       = "AppProject"
    metadata   = { name = "root", namespace = "argocd" }
    spec = {
      description              = "The root: Applications, for Argo CD's own namespace."
      sourceRepos              = [var.gitops_repo_url]
      destinations             = [{ server = local.gitops_server, namespace = "argocd" }]
      clusterResourceWhitelist = []
      namespaceResourceWhitelist = [
        { group = "argoproj.io", kind = "Application" },
        { group = "argocd-image-updater.argoproj.io", kind = "ImageUpdater" }, # if image-updater
      ]
    }
  }

  # One Application for each cluster that carries the label, and here that is one. All labels and annotations are handed on as they are,
  # so a fact more is a line more above, and none here.
  gitops_root = {
    apiVersion = "argoproj.io/v1alpha1"
    kind       = "ApplicationSet"
    metadata   = { name = "root", namespace = "argocd" }
    spec = {
      goTemplate        = true
      goTemplateOptions = ["missingkey=error"]
      generators        = [{ clusters = { selector = { matchLabels = { "platform/cluster-name" = local.name } } } }]
      template = {
        metadata = {
          name       = "root"
          finalizers = ["resources-finalizer.argocd.argoproj.io"]
        }
        spec = {
          project = "root"
          source = {
            repoURL        = "{{ index .metadata.annotations \"platform/repository\" }}"
            targetRevision = "{{ index .metadata.annotations \"platform/revision\" }}"
            path           = "{{ index .metadata.annotations \"platform/path\" }}/apps"
            helm = {
              values = "cluster: {{ .name }}\nserver: {{ .server }}\nlabels: {{ toJson .metadata.labels }}\nannotations: {{ toJson .metadata.annotations }}\n"
            }
          }
          destination = { server = "{{ .server }}", namespace = "argocd" }
          syncPolicy = {
            automated = { prune = true, selfHeal = true }
            retry     = { limit = 5, backoff = { duration = "10s", factor = 2, maxDuration = "3m" } }
          }
        }
      }
    }
  }
}

# After Argo CD, which brings the definitions; the cluster and the projects stand in the same release as the root that needs them.
resource "helm_release" "app_of_apps" {
  name      = "app-of-apps"
  namespace = "argocd"
  chart     = "${path.module}/charts/manifests"

  # Of the default project, which is there before.
  take_ownership = true

  values = [yamlencode({
    manifests = concat([local.gitops_cluster, local.gitops_default_project, local.gitops_root_project], local.gitops_namespace_projects, [local.gitops_root])
  })]

  depends_on = [
    helm_release.argocd,
    helm_release.namespaces,
    helm_release.ebs_storage,     # if ebs-csi
    helm_release.git_credentials, # if git-credentials
    helm_release.image_updater,   # if image-updater
    helm_release.rollouts,        # if rollouts
    helm_release.sealed_secrets,  # if sealed-secrets
  ]

  lifecycle {
    precondition {
      condition     = !contains(keys(var.namespaces), "root")
      error_message = "A namespace cannot be called root: its project in Argo CD would be the root's."
    }
  }
}
