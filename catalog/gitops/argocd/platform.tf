variable "github_org" {
  description = "GitHub organisation whose members may log in to Argo CD: they see everything, logs included, and change nothing."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9](-?[A-Za-z0-9]){0,38}$", var.github_org))
    error_message = "Write the organisation as in the address of its page, such as example-org, without https://github.com/."
  }
}

# No default: a guess would make a team administrator that happens to have that name.
variable "argocd_admin_team" {
  description = "Team of that organisation whose members administer Argo CD, by the short name in the team's address, such as platform."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$", var.argocd_admin_team))
    error_message = "Write the team's short name, as in the address of its page: lower-case letters, digits and hyphens, such as platform-team."
  }
}

variable "github_oauth_client_id" {
  description = "Client ID of the OAuth application at GitHub that people log in with; its callback address is https://HOST/api/dex/callback."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^[A-Za-z0-9.]{10,64}$", var.github_oauth_client_id))
    error_message = "Write the client ID as GitHub shows it: letters and digits, such as Ov23liAbCdEfGhIjKlMn."
  }
}

# No default: from where Argo CD is reached is a decision of whoever answers for the cluster.
variable "argocd_allowed_cidrs" {
  description = "Ranges of addresses that may reach Argo CD's load balancer, such as those of a VPN or an office."
  type        = list(string)
  nullable    = false

  # The controller opens a load balancer that has no ranges to everyone.
  validation {
    condition     = length(var.argocd_allowed_cidrs) > 0
    error_message = "Name at least one range: a load balancer without ranges is open to everyone who reaches it."
  }

  validation {
    condition     = alltrue([for cidr in var.argocd_allowed_cidrs : can(cidrnetmask(cidr))])
    error_message = "Write each range as IPv4 in CIDR notation, such as 203.0.113.0/24, or 203.0.113.7/32 for one address."
  }

  validation {
    condition     = alltrue([for cidr in var.argocd_allowed_cidrs : try(cidrhost(cidr, 0) == split("/", cidr)[0], true)])
    error_message = "Write each range by its first address, such as 203.0.113.0/24 instead of 203.0.113.7/24."
  }

  validation {
    condition     = length(distinct(var.argocd_allowed_cidrs)) == length(var.argocd_allowed_cidrs)
    error_message = "Name each range once."
  }
}

variable "argocd_load_balancer_scheme" {
  description = "Where Argo CD's load balancer stands: internal, with private addresses that a VPN or a peered network reaches, or internet-facing."
  type        = string
  default     = "internal"
  nullable    = false

  validation {
    condition     = contains(["internal", "internet-facing"], var.argocd_load_balancer_scheme)
    error_message = "Write internal or internet-facing."
  }
}

variable "argocd_min_replicas" {
  description = "Servers and repository servers of Argo CD at rest; two survive the loss of a node."
  type        = number
  default     = 2
  nullable    = false

  validation {
    condition     = var.argocd_min_replicas >= 1 && var.argocd_min_replicas == floor(var.argocd_min_replicas)
    error_message = "The number of servers is a whole number from 1."
  }
}

variable "argocd_max_replicas" {
  description = "Servers and repository servers of Argo CD under load, at most."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.argocd_max_replicas == floor(var.argocd_max_replicas) && var.argocd_max_replicas <= 20
    error_message = "The number of servers is a whole number, at most 20."
  }

  validation {
    condition     = var.argocd_max_replicas >= var.argocd_min_replicas
    error_message = "There are at least as many servers under load as at rest: raise argocd_max_replicas or lower argocd_min_replicas."
  }
}

locals {
  # The same expression as in infrastructure: the load balancer answers to the name that the certificate is for.
  argocd_host = coalesce(var.argocd_host, "argocd.${local.name}.${var.domain_name}")

  argocd_spread = [{
    maxSkew           = 1
    topologyKey       = "topology.kubernetes.io/zone"
    whenUnsatisfiable = "ScheduleAnyway"
  }]

  # The organisation decides who gets in, so no user of GitHub's at large does. Teams arrive as ORGANISATION:TEAM.
  argocd_dex = {
    connectors = [{
      type = "github"
      id   = "github"
      name = "GitHub"
      config = {
        clientID      = var.github_oauth_client_id
        clientSecret  = "$argocd-github:clientSecret"
        orgs          = [{ name = var.github_org }]
        teamNameField = "slug"
      }
    }]
  }
}

# Its own release, before Argo CD: External Secrets fills the Secret within seconds, and Argo CD notices one that comes later.
resource "helm_release" "argocd_namespace" {
  name      = "argocd-namespace"
  namespace = "kube-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [
      {
        apiVersion = "v1"
        kind       = "Namespace"
        metadata = {
          name = "argocd"
          labels = {
            "pod-security.kubernetes.io/enforce" = "baseline"
            "pod-security.kubernetes.io/audit"   = "restricted"
            "pod-security.kubernetes.io/warn"    = "restricted"
          }
        }
      },
      {
        apiVersion = "external-secrets.io/v1"
        kind       = "ExternalSecret"
        metadata   = { name = "argocd-github", namespace = "argocd" }
        spec = {
          refreshInterval = "1h"
          secretStoreRef  = { kind = "ClusterSecretStore", name = "platform" }
          target = {
            name = "argocd-github"
            # Argo CD looks a $SECRET:KEY up only in Secrets that carry this label.
            template = { metadata = { labels = { "app.kubernetes.io/part-of" = "argocd" } } }
          }
          data = [{ secretKey = "clientSecret", remoteRef = { key = "${local.name}/platform/github-oauth" } }]
        }
      },
    ]
  })]

  depends_on = [helm_release.secret_store]
}

resource "helm_release" "argocd" {
  # The chart makes its names from this one: argocd-server, argocd-repo-server.
  name       = "argocd"
  namespace  = "argocd"
  repository = "https://argoproj.github.io/argo-helm"
  chart      = "argo-cd"
  version    = "10.1.1"

  # Redis starts one replica after the other, and each is looked at for half a minute.
  timeout = 900

  values = [
    yamlencode({
      global = {
        domain                    = local.argocd_host
        topologySpreadConstraints = local.argocd_spread
      }

      configs = {
        params = {
          # TLS ends at the load balancer, whose certificate renews itself; the way from there to the pods is inside the VPC.
          "server.insecure" = true
        }

        cm = {
          # Nobody shares a password: whoever logs in is somebody, and leaves with the organisation.
          "admin.enabled" = false
          "exec.enabled"  = false
          "dex.config"    = yamlencode(local.argocd_dex)

          # Argo CD gives an Application no health of its own; without one, sync waves between applications would wait for nothing.
          "resource.customizations.health.argoproj.io_Application" = <<-LUA
            local health = { status = "Progressing", message = "" }
            if obj.status ~= nil and obj.status.health ~= nil then
              health.status = obj.status.health.status
              health.message = obj.status.health.message or ""
            end
            return health
          LUA
        }

        rbac = {
          # Everyone who gets in may look, at logs too; Secrets are masked, and there is no shell into pods.
          "policy.default" = "role:readonly"
          "policy.csv"     = "g, ${var.github_org}:${var.argocd_admin_team}, role:admin\n"
        }
      }

      server = {
        # Requests are what the autoscaler measures by. Memory is left out: it does not shrink when servers are added.
        autoscaling = {
          enabled                           = true
          minReplicas                       = var.argocd_min_replicas
          maxReplicas                       = var.argocd_max_replicas
          targetCPUUtilizationPercentage    = 70
          targetMemoryUtilizationPercentage = null
        }
        resources = { requests = { cpu = "100m", memory = "256Mi" }, limits = { memory = "512Mi" } }

        # Unlike minAvailable this never blocks the replacement of a node, even with one server.
        pdb = { enabled = true, maxUnavailable = 1 }

        ingress = {
          enabled          = true
          controller       = "aws"
          ingressClassName = "alb"
          annotations = {
            "alb.ingress.kubernetes.io/scheme"           = var.argocd_load_balancer_scheme
            "alb.ingress.kubernetes.io/inbound-cidrs"    = join(",", var.argocd_allowed_cidrs)
            "alb.ingress.kubernetes.io/target-type"      = "ip"
            "alb.ingress.kubernetes.io/backend-protocol" = "HTTP"
            "alb.ingress.kubernetes.io/listen-ports"     = jsonencode([{ HTTP = 80 }, { HTTPS = 443 }])
            "alb.ingress.kubernetes.io/ssl-redirect"     = "443"
            "alb.ingress.kubernetes.io/certificate-arn"  = data.aws_ssm_parameter.argocd_certificate.insecure_value

            # Left alone, the controller takes a policy of 2016.
            "alb.ingress.kubernetes.io/ssl-policy"               = "ELBSecurityPolicy-TLS13-1-2-2021-06"
            "alb.ingress.kubernetes.io/load-balancer-attributes" = "routing.http.drop_invalid_header_fields.enabled=true"
            "alb.ingress.kubernetes.io/healthcheck-path"         = "/healthz"
          }

          # The command line speaks gRPC, which the load balancer sends to a Service of its own. Its health is asked for in gRPC too.
          aws = {
            serviceType            = "ClusterIP"
            backendProtocolVersion = "GRPC"
            serviceAnnotations = {
              "alb.ingress.kubernetes.io/healthcheck-path" = "/grpc.health.v1.Health/Check"
              "alb.ingress.kubernetes.io/success-codes"    = "0"
            }
          }
        }
      }

      repoServer = {
        autoscaling = {
          enabled                           = true
          minReplicas                       = var.argocd_min_replicas
          maxReplicas                       = var.argocd_max_replicas
          targetCPUUtilizationPercentage    = 70
          targetMemoryUtilizationPercentage = null
        }
        resources = { requests = { cpu = "100m", memory = "256Mi" }, limits = { memory = "1Gi" } }
        pdb       = { enabled = true, maxUnavailable = 1 }
      }

      # One on purpose: several share clusters among them, and here is one cluster. When it goes, nothing that runs stops, and the next
      # takes up where it was; a disruption budget for it would only block the replacement of its node.
      controller = {
        replicas  = 1
        resources = { requests = { cpu = "250m", memory = "1Gi" }, limits = { memory = "2Gi" } }
      }

      applicationSet = {
        replicas  = 2
        resources = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "512Mi" } }
        pdb       = { enabled = true, maxUnavailable = 1 }
      }

      # One on purpose: it keeps logins that are under way in memory. Losing it costs whoever is logging in a second try.
      dex = {
        resources = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }
      }

      # A cache, so nothing is stored; but without it every view is computed again. Three replicas prefer different nodes and zones
      # instead of demanding them: with two nodes they run, and with three one node can be replaced.
      "redis-ha" = {
        enabled             = true
        hardAntiAffinity    = false
        podDisruptionBudget = { maxUnavailable = 1 }
        redis               = { resources = { requests = { cpu = "50m", memory = "128Mi" }, limits = { memory = "512Mi" } } }

        topologySpreadConstraints = {
          enabled           = true
          maxSkew           = 1
          topologyKey       = "topology.kubernetes.io/zone"
          whenUnsatisfiable = "ScheduleAnyway"
        }

        haproxy = {
          hardAntiAffinity    = false
          podDisruptionBudget = { maxUnavailable = 1 }
          resources           = { requests = { cpu = "20m", memory = "64Mi" }, limits = { memory = "128Mi" } }
        }
      }

      notifications = { enabled = false }
    }),
    local.argocd_notifications, # if notifications
  ]

  depends_on = [
    helm_release.argocd_namespace,
    helm_release.external_dns,
    helm_release.load_balancer_controller,
    helm_release.metrics_server,
    helm_release.notifications_secret, # if notifications
  ]
}

data "aws_ssm_parameter" "argocd_certificate" {
  name = "/platform/${local.name}/argocd/certificate-arn"
}

output "argocd_url" {
  description = "Address of Argo CD."
  value       = "https://${local.argocd_host}"
}
