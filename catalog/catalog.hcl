# What holds the catalog together. The subsystems stand beside it, a folder each.

title       = "EKS platform"
roots       = ["account", "infrastructure", "platform"]
order       = ["network", "cluster", "ingress", "secrets", "gitops", "advanced-security"]
bundle_name = local.name

# --- Starting points. A preset holds only what differs from the defaults, as a draft does.

preset "default" {
  title   = "Default"
  summary = "Three zones, a NAT gateway in each, private endpoints, flow logs, encrypted volumes, metrics and logs, load balancers, secrets from Secrets Manager: ready for production."
}

preset "gitops" {
  title   = "GitOps"
  summary = "The default, and Argo CD that delivers every workload from Git: progressive rollouts, image updates, messages to Slack, sealed secrets. It asks for your domain, repository and organisation."

  components = {
    app-of-apps           = true
    image-updater         = true
    notifications-slack   = true
    rollouts              = true
    sealed-secrets        = true
    sealed-secrets-backup = true
  }
}

preset "security" {
  title   = "Security"
  summary = "The default, and all that watches, asks and tells: Falco, Gatekeeper, Kyverno, GuardDuty, Security Hub, Inspector, alerts by e-mail and to Slack. It reports first and refuses nothing. It asks for an address and the key that your images are signed with."

  components = {
    falco-slack           = true
    falco-sns             = true
    gatekeeper-policies   = true
    image-scanning        = true
    image-verification    = true
    kyverno-baseline      = true
    malware-protection    = true
    runtime-monitoring    = true
    security-alerts-slack = true
    security-standards    = true
    guardduty             = true
  }
}

preset "minimal" {
  title   = "Minimal"
  summary = "The smallest cluster that is still built right: two zones, one NAT gateway, two nodes, no extras."

  components = {
    vpc-endpoints            = false
    flow-logs                = false
    ebs-csi                  = false
    container-insights       = false
    metrics-server           = false
    load-balancer-controller = false
    external-secrets         = false
  }

  values = {
    zone_count   = 2
    nat_gateways = "single"
    node_groups  = { general = { min_size = 2, max_size = 4 } }
  }
}

# --- Every pin. The Terraform says the same version; a test compares the two.

versions = {
  terraform      = { version = ">= 1.11", checked = "2026-11-23", source = "https://developer.hashicorp.com/terraform/language" }
  aws            = { version = "~> 5.100", checked = "2026-11-23", source = "https://registry.terraform.io/providers/hashicorp/aws" }
  helm           = { version = ">= 3.1, < 4.0", checked = "2026-11-23", source = "https://registry.terraform.io/providers/hashicorp/helm" }
  kubernetes     = { version = "1.35", checked = "2026-08-16", source = "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html" }
  external-dns             = { version = "1.21.1", checked = "2026-08-22", source = "https://kubernetes-sigs.github.io/external-dns/" }
  external-secrets         = { version = "2.9.0", checked = "2026-08-08", source = "https://charts.external-secrets.io" }
  load-balancer-controller = { version = "3.5.0", checked = "2026-08-03", source = "https://aws.github.io/eks-charts" }
  argo-rollouts            = { version = "2.41.0", checked = "2026-07-02", source = "https://argoproj.github.io/argo-helm" }
  argocd                   = { version = "10.1.1", checked = "2026-07-02", source = "https://argoproj.github.io/argo-helm" }
  argocd-image-updater     = { version = "1.2.4", checked = "2026-07-02", source = "https://argoproj.github.io/argo-helm" }
  aws-cli                  = { version = "2.36.44", checked = "2026-11-23", source = "https://gallery.ecr.aws/aws-cli/aws-cli" }
  falcosidekick            = { version = "2.31.1", checked = "2026-11-24", source = "https://github.com/falcosecurity/falcosidekick" }
  falco                    = { version = "9.1.0", checked = "2026-07-21", source = "https://falcosecurity.github.io/charts" }
  gatekeeper               = { version = "3.23.0", checked = "2026-08-19", source = "https://open-policy-agent.github.io/gatekeeper/charts" }
  kyverno                  = { version = "3.9.0", checked = "2026-08-21", source = "https://kyverno.github.io/kyverno/" }
  sealed-secrets           = { version = "2.19.1", checked = "2026-07-29", source = "https://bitnami.github.io/sealed-secrets" }
  metrics-server = { version = "3.13.1", checked = "2026-08-04", source = "https://kubernetes-sigs.github.io/metrics-server/" }
}

# --- List prices in USD, on demand, us-east-1, without tax, discount or free tier. They date; what a bill says is decided by AWS.

prices = {
  checked = "2026-11-23"
  region  = "us-east-1"
  source  = "https://aws.amazon.com/pricing/"

  hours_per_month = 730

  eks_cluster_hour             = 0.10
  eks_extended_support_hour    = 0.60 # in place of 0.10, once standard support has ended
  nat_gateway_hour             = 0.045
  public_ipv4_hour             = 0.005
  interface_endpoint_zone_hour = 0.01
  kms_key_month                = 1.00
  alb_hour                     = 0.0225
  hosted_zone_month            = 0.50
  secret_month                 = 0.40
  gp3_gb_month                 = 0.08

  # Of the on-demand price. What spot costs changes with the zone and the day; this is the upper end of what is usual.
  spot_share = 0.4

  # Linux, for the size "large"; the other sizes are multiples of it.
  instance_large_hour = {
    c6i = 0.085
    c7g = 0.0725
    c7i = 0.08925
    m5  = 0.096
    m6a = 0.0864
    m6g = 0.077
    m6i = 0.096
    m7a = 0.11592
    m7g = 0.0816
    m7i = 0.1008
    r6i = 0.126
    r7g = 0.1071
    r7i = 0.1323
    t3  = 0.0832
    t3a = 0.0752
    t4g = 0.0672
  }
  instance_size = {
    medium    = 0.5
    large     = 1
    xlarge    = 2
    "2xlarge" = 4
    "4xlarge" = 8
    "8xlarge" = 16
  }
}

# --- Fields

field "aws_region" {
  suggests = {
    "af-south-1"     = "Cape Town"
    "ap-east-1"      = "Hong Kong"
    "ap-northeast-1" = "Tokyo"
    "ap-northeast-2" = "Seoul"
    "ap-northeast-3" = "Osaka"
    "ap-south-1"     = "Mumbai"
    "ap-south-2"     = "Hyderabad"
    "ap-southeast-1" = "Singapore"
    "ap-southeast-2" = "Sydney"
    "ap-southeast-3" = "Jakarta"
    "ap-southeast-4" = "Melbourne"
    "ap-southeast-5" = "Malaysia"
    "ap-southeast-7" = "Thailand"
    "ca-central-1"   = "Canada"
    "ca-west-1"      = "Calgary"
    "eu-central-1"   = "Frankfurt"
    "eu-central-2"   = "Zurich"
    "eu-north-1"     = "Stockholm"
    "eu-south-1"     = "Milan"
    "eu-south-2"     = "Spain"
    "eu-west-1"      = "Ireland"
    "eu-west-2"      = "London"
    "eu-west-3"      = "Paris"
    "il-central-1"   = "Tel Aviv"
    "me-central-1"   = "UAE"
    "me-south-1"     = "Bahrain"
    "mx-central-1"   = "Mexico"
    "sa-east-1"      = "São Paulo"
    "us-east-1"      = "N. Virginia"
    "us-east-2"      = "Ohio"
    "us-gov-east-1"  = "GovCloud, US-East"
    "us-gov-west-1"  = "GovCloud, US-West"
    "us-west-1"      = "N. California"
    "us-west-2"      = "Oregon"
  }
}
