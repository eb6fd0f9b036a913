subsystem "gitops" {
  title   = "GitOps"
  summary = "Argo CD delivers every workload from Git, step by step and with a way back."
  icon    = "git"
  hue     = 5
}

component "argocd" {
  title   = "Argo CD"
  summary = "Brings the cluster to what Git says: highly available, single sign-on with GitHub, behind a load balancer with its own certificate."
}

component "app-of-apps" {
  title   = "App of Apps"
  summary = "One root application that makes all others from your repository, a project for each namespace, and the tree to start that repository with."
}

component "git-credentials" {
  title   = "Git credentials"
  summary = "A deploy key or token with which Argo CD reads a private repository."
}

component "rollouts" {
  title   = "Argo Rollouts"
  summary = "Canary and blue/green releases that a measurement stops, with a sample of each."
}

component "image-updater" {
  title   = "Image Updater"
  summary = "Looks for new images in ECR and commits their tags to Git, for the namespaces that want it."
}

component "notifications" {
  title   = "Notifications"
  summary = "Says when a sync fails, an application is degraded or a rollout is aborted."
}

component "notifications-slack" {
  title   = "Notifications to Slack"
  summary = "Posts them to the channel of an incoming webhook."
}

component "notifications-email" {
  title   = "Notifications by e-mail"
  summary = "Sends them by your mail server."
}

component "sealed-secrets" {
  title   = "Sealed Secrets"
  summary = "Secrets that may stand in Git, because only this cluster opens them."
}

component "sealed-secrets-backup" {
  title   = "Backup of sealing keys"
  summary = "Copies the keys to a bucket every night: without them everything that was sealed is lost with the cluster."
}

# --- Picture

node "people" {
  component = "argocd"
  icon      = "person"
  label     = "Members"
  detail    = "of ${var.github_org}"
}

node "github" {
  component = "argocd"
  icon      = "internet"
  label     = "GitHub"
  detail    = "single sign-on"
}

node "git-repository" {
  component = "app-of-apps"
  icon      = "git"
  label     = "GitOps repository"
  detail    = "${var.gitops_repo_revision}, in ${var.gitops_repo_path}/"
}

node "argocd-certificate" {
  component  = "argocd"
  place      = "region"
  icon       = "certificate"
  label      = "TLS certificate"
  detail     = local.argocd_host
  stands_for = ["aws_acm_certificate.argocd", "aws_acm_certificate_validation.argocd"]
}

node "argocd-namespace" {
  component  = "argocd"
  place      = "cluster"
  kind       = "container"
  icon       = "namespace"
  label      = "Namespace argocd"
  stands_for = ["helm_release.argocd_namespace"]
}

node "argocd" {
  component  = "argocd"
  place      = "argocd-namespace"
  icon       = "git"
  label      = "Argo CD"
  detail     = "${var.argocd_min_replicas} to ${var.argocd_max_replicas} servers"
  stands_for = ["helm_release.argocd"]
}

node "app-of-apps" {
  component  = "app-of-apps"
  place      = "argocd-namespace"
  icon       = "control"
  label      = "Root ApplicationSet"
  detail     = "${length(var.namespaces) + 1} projects"
  stands_for = ["helm_release.app_of_apps"]
}

node "image-updater" {
  component  = "image-updater"
  place      = "argocd-namespace"
  icon       = "timer"
  label      = "Image Updater"
  detail     = "own identity"
  stands_for = ["helm_release.image_updater", "aws_eks_pod_identity_association.image_updater"]
}

node "registry" {
  component  = "image-updater"
  place      = "region"
  icon       = "registry"
  label      = "ECR"
  detail     = "images of this account"
  stands_for = ["aws_iam_role_policy.image_updater"]
}

node "rollouts" {
  component  = "rollouts"
  place      = "cluster"
  icon       = "chart"
  label      = "Argo Rollouts"
  detail     = "canary, blue/green"
  stands_for = ["helm_release.rollouts", "helm_release.rollouts_namespace"]
}

node "mail-server" {
  component = "notifications-email"
  icon      = "queue"
  label     = "Mail server"
  detail    = var.smtp_host
}

node "sealed-secrets" {
  component  = "sealed-secrets"
  place      = "cluster"
  icon       = "secret"
  label      = "Sealed Secrets"
  detail     = "a key every 30 days"
  stands_for = ["helm_release.sealed_secrets", "helm_release.sealed_secrets_namespace"]
}

node "sealing-key-backup" {
  component  = "sealed-secrets-backup"
  place      = "region"
  icon       = "storage"
  label      = "Sealing keys"
  detail     = "S3, versioned, own key"
  stands_for = ["aws_s3_bucket.sealing_keys", "aws_kms_key.sealing_keys", "helm_release.sealing_key_backup"]
}

node "github-oauth" {
  component  = "argocd"
  place      = "secrets-manager"
  icon       = "secret"
  label      = "OAuth client secret"
  detail     = "version ${var.github_oauth_client_secret_version}"
  stands_for = ["aws_secretsmanager_secret.github_oauth"]
}

node "gitops-repo-credential" {
  component  = "git-credentials"
  place      = "secrets-manager"
  icon       = "secret"
  label      = "Git, reading"
  detail     = "version ${var.gitops_repo_credential_version}"
  stands_for = ["aws_secretsmanager_secret.gitops_repo", "helm_release.git_credentials"]
}

node "image-updater-credential" {
  component  = "image-updater"
  place      = "secrets-manager"
  icon       = "secret"
  label      = "Git, writing"
  detail     = "version ${var.image_updater_git_credential_version}"
  stands_for = ["aws_secretsmanager_secret.image_updater_git", "helm_release.image_updater_git"]
}

node "smtp-password" {
  component  = "notifications-email"
  place      = "secrets-manager"
  icon       = "secret"
  label      = "SMTP password"
  detail     = "version ${var.smtp_password_version}"
  stands_for = ["aws_secretsmanager_secret.smtp"]
}

edge "people-to-load-balancers" {
  component = "argocd"
  from      = "people"
  to        = "load-balancers"
  label     = var.argocd_load_balancer_scheme == "internal" ? "443, internal" : "443, public"
  says = "Members reach ${local.argocd_host} at port 443 of ${var.argocd_load_balancer_scheme == "internal" ? "an internal" : "a public"} load balancer."
  kind      = "traffic"
}

edge "load-balancers-to-argocd" {
  component = "argocd"
  from      = "load-balancers"
  to        = "argocd"
  label     = "8080"
  says = "The load balancer hands requests to the servers of Argo CD at port 8080."
  kind      = "traffic"
}

edge "load-balancers-to-certificate" {
  component = "argocd"
  from      = "load-balancers"
  to        = "argocd-certificate"
  label     = "TLS 1.2, 1.3"
  says = "The load balancer shows the certificate, by TLS 1.2 or 1.3."
  kind      = "identity"
}

edge "argocd-to-github" {
  component = "argocd"
  from      = "argocd"
  to        = "github"
  label     = "who, which teams"
  says = "Argo CD asks GitHub who somebody is, and in which teams."
  kind      = "identity"
}

edge "external-secrets-to-argocd" {
  component = "argocd"
  from      = "external-secrets"
  to        = "argocd-namespace"
  label     = "Secrets"
  says = "External Secrets makes the Secrets that Argo CD reads."
  kind      = "data"
}

edge "app-of-apps-to-argocd" {
  component = "app-of-apps"
  from      = "app-of-apps"
  to        = "argocd"
  label     = "the root"
  says = "The root ApplicationSet tells Argo CD where all other applications are."
  kind      = "control"
}

edge "argocd-to-git" {
  component = "app-of-apps"
  from      = "argocd"
  to        = "git-repository"
  label     = "pulls"
  says = "Argo CD pulls from the GitOps repository."
  kind      = "data"
}

edge "argocd-to-namespace" {
  component = "app-of-apps"
  for_each  = var.namespaces
  from      = "argocd"
  to        = "namespace[${each.key}]"
  label     = "project ${each.key}"
  says = "Argo CD deploys to the namespace ${each.key}, by the project ${each.key}."
  kind      = "control"
}

edge "rollouts-to-namespace" {
  component = "rollouts"
  for_each  = var.namespaces
  from      = "rollouts"
  to        = "namespace[${each.key}]"
  label     = "steps"
  says = "Argo Rollouts moves traffic step by step in the namespace ${each.key}."
  kind      = "control"
}

edge "image-updater-to-registry" {
  component = "image-updater"
  from      = "image-updater"
  to        = "registry"
  label     = "looks for tags"
  says = "Image Updater looks for new tags in ECR."
  kind      = "data"
}

edge "image-updater-to-git" {
  component = "image-updater"
  when      = chosen["app-of-apps"]
  from      = "image-updater"
  to        = "git-repository"
  label     = "commits tags"
  says = "Image Updater commits new tags to the GitOps repository."
  kind      = "data"
}

edge "argocd-to-slack" {
  component = "notifications-slack"
  from      = "argocd"
  to        = "slack"
  label     = "messages"
  says = "Argo CD posts notifications to Slack."
  kind      = "data"
}

edge "argocd-to-mail-server" {
  component = "notifications-email"
  from      = "argocd"
  to        = "mail-server"
  label     = "messages"
  says = "Argo CD sends notifications by the mail server."
  kind      = "data"
}

edge "sealed-secrets-to-backup" {
  component = "sealed-secrets-backup"
  from      = "sealed-secrets"
  to        = "sealing-key-backup"
  label     = "nightly"
  says = "The sealing keys are backed up every night."
  kind      = "data"
}

plumbing {
  addresses = [
    "aws_eks_pod_identity_association.sealing_key_backup",
    "aws_iam_role.image_updater",
    "aws_iam_role.sealing_key_backup",
    "aws_iam_role_policy.sealing_key_backup",
    "aws_kms_alias.sealing_keys",
    "aws_route53_record.argocd_certificate",
    "aws_s3_bucket_lifecycle_configuration.sealing_keys",
    "aws_s3_bucket_policy.sealing_keys",
    "aws_s3_bucket_public_access_block.sealing_keys",
    "aws_s3_bucket_server_side_encryption_configuration.sealing_keys",
    "aws_s3_bucket_versioning.sealing_keys",
    "aws_secretsmanager_secret_version.github_oauth",
    "aws_secretsmanager_secret_version.gitops_repo",
    "aws_secretsmanager_secret_version.image_updater_git",
    "aws_secretsmanager_secret_version.smtp",
    "aws_ssm_parameter.argocd_certificate",
    "aws_vpc_security_group_ingress_rule.node_from_cluster_sealed_secrets",
    "helm_release.notifications_secret",
    "helm_release.rollouts_notifications_secret",
  ]
}

# --- Findings

finding "argocd-open-to-all" {
  component = "argocd"
  when      = var.argocd_load_balancer_scheme == "internet-facing" && anytrue([for cidr in var.argocd_allowed_cidrs : tonumber(split("/", cidr)[1]) < 8])
  severity  = "warning"
  says      = "The whole internet reaches Argo CD's login, and Argo CD may do everything in this cluster: the next flaw in it is everybody's."
  remedy    = "Name the ranges of office and VPN, or make its load balancer internal."
  field     = "argocd_allowed_cidrs"
  set       = { argocd_load_balancer_scheme = "internal" }
}

finding "argocd-internal-for-public-ranges" {
  component = "argocd"
  when      = var.argocd_load_balancer_scheme == "internal" && alltrue([for cidr in var.argocd_allowed_cidrs : !can(regex("^(0|10|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))\\.", cidr))])
  severity  = "warning"
  says      = "Nobody reaches Argo CD: its load balancer is internal, and all ranges that may come are public."
  remedy    = "Name the private ranges of VPN or peered network, or make the load balancer internet-facing."
  field     = "argocd_load_balancer_scheme"
  set       = { argocd_load_balancer_scheme = "internet-facing" }
}

finding "argocd-one-server" {
  component = "argocd"
  when      = var.argocd_min_replicas < 2
  severity  = "warning"
  says      = "Argo CD has one server at rest: each replacement of its node is an outage of deliveries, and nobody can look at what is going on."
  remedy    = "Keep two."
  field     = "argocd_min_replicas"
  set       = { argocd_min_replicas = 2 }
}

finding "argocd-on-few-nodes" {
  component = "argocd"
  when      = sum([for group in values(var.node_groups) : coalesce(group.desired_size, group.min_size)]) < 3
  severity  = "warning"
  says      = "Argo CD's cache has three replicas, of which two have to agree: on fewer than three nodes, the loss of one may take two of them."
  remedy    = "Start with three nodes."
  field     = "node_groups"
}

finding "argocd-host-too-long" {
  component = "argocd"
  when      = length(local.argocd_host) > 64
  severity  = "error"
  says      = "ACM takes at most 64 characters for the first name of a certificate, and ${local.argocd_host} has ${length(local.argocd_host)}."
  remedy    = "Give Argo CD a shorter host name."
  field     = "argocd_host"
}

finding "namespace-of-argocd" {
  component = "argocd"
  when      = contains(keys(var.namespaces), "argocd")
  severity  = "error"
  says      = "The namespace argocd is taken by Argo CD itself."
  remedy    = "Choose another name for the namespace of workloads."
  field     = "namespaces"
}

finding "namespace-of-the-root" {
  component = "app-of-apps"
  when      = contains(keys(var.namespaces), "root")
  severity  = "error"
  says      = "A namespace cannot be called root: its project in Argo CD would be the root's."
  remedy    = "Choose another name for the namespace of workloads."
  field     = "namespaces"
}

finding "namespace-of-rollouts" {
  component = "rollouts"
  when      = contains(keys(var.namespaces), "argo-rollouts")
  severity  = "error"
  says      = "The namespace argo-rollouts is taken by Argo Rollouts itself."
  remedy    = "Choose another name for the namespace of workloads."
  field     = "namespaces"
}

finding "namespace-of-sealed-secrets" {
  component = "sealed-secrets"
  when      = contains(keys(var.namespaces), "sealed-secrets")
  severity  = "error"
  says      = "The namespace sealed-secrets is taken by the controller: whoever works there would read the sealing keys."
  remedy    = "Choose another name for the namespace of workloads."
  field     = "namespaces"
}

finding "argocd-without-applications" {
  component = "argocd"
  when      = !chosen["app-of-apps"]
  severity  = "note"
  says      = "Argo CD runs and delivers nothing until somebody gives it an Application."
  remedy    = "Switch App of Apps on, or bring a root of your own."
  switch = ["app-of-apps"]
}

finding "repository-without-key" {
  component = "app-of-apps"
  when      = !chosen["git-credentials"] && !startswith(var.gitops_repo_url, "https://")
  severity  = "warning"
  says      = "Argo CD cannot read the GitOps repository: an address by SSH wants a key."
  remedy    = "Switch Git credentials on, or write the address of a public repository by HTTPS."
  field     = "gitops_repo_url"
  switch = ["git-credentials"]
}

finding "repository-is-public" {
  component = "app-of-apps"
  when      = !chosen["git-credentials"] && startswith(var.gitops_repo_url, "https://")
  severity  = "note"
  says      = "Argo CD reads the GitOps repository without credentials, so it has to be public, and everybody sees what runs here."
  remedy    = "If it is private, switch Git credentials on."
  field     = "gitops_repo_url"
  switch = ["git-credentials"]
}

finding "image-updater-without-images" {
  component = "image-updater"
  when      = !chosen["app-of-apps"]
  severity  = "note"
  says      = "Image Updater looks for nothing until there is an ImageUpdater resource, which the tree of App of Apps makes for each service."
  remedy    = "Switch App of Apps on, or bring resources of your own."
  switch = ["app-of-apps"]
}

finding "notifications-to-nobody" {
  component = "notifications"
  when      = !chosen["notifications-slack"] && !chosen["notifications-email"]
  severity  = "warning"
  says      = "Notifications have no way to anybody."
  remedy    = "Switch Slack or e-mail on, or notifications off."
  switch = ["notifications-slack", "notifications-email"]
}

finding "failures-unnoticed" {
  component = "argocd"
  when      = !chosen["notifications"]
  severity  = "note"
  says      = "When a sync fails or an application is degraded, nobody is told."
  remedy    = "Switch notifications to Slack or by e-mail on."
  switch = ["notifications-slack", "notifications-email"]
}

finding "sealing-keys-without-backup" {
  component = "sealed-secrets"
  when      = !chosen["sealed-secrets-backup"]
  severity  = "warning"
  says      = "The sealing keys exist in this cluster alone: when it is lost, so is everything that was sealed for it, whatever Git still holds."
  remedy    = "Switch the backup of sealing keys on."
  switch = ["sealed-secrets-backup"]
}

finding "sealing-key-backup-deleted-with-the-cluster" {
  component = "sealed-secrets-backup"
  when      = var.sealing_key_backup_force_destroy
  severity  = "warning"
  says      = "Taking the platform down deletes the backups of the sealing keys too: what was sealed can never be opened again."
  remedy    = "Keep them, and empty the bucket by hand once nothing sealed is needed any more."
  field     = "sealing_key_backup_force_destroy"
  set       = { sealing_key_backup_force_destroy = false }
}

# --- Before the first apply

prepare "github-oauth-application" {
  component = "argocd"
  says      = "An OAuth application of the GitHub organisation ${var.github_org} (Settings, Developer settings, OAuth Apps): homepage `https://${local.argocd_host}`, callback `https://${local.argocd_host}/api/dex/callback`. Its client ID is a setting, its client secret is supplied."
}

prepare "argocd-admin-team" {
  component = "argocd"
  says      = "The team ${var.argocd_admin_team} in that organisation, with those who administer Argo CD."
}

prepare "gitops-repository" {
  component = "app-of-apps"
  says      = "The Git repository ${var.gitops_repo_url} with the branch `${var.gitops_repo_revision}`. What is in this bundle's gitops/ is committed there as `${var.gitops_repo_path}`; Argo CD waits for it, so that may come later."
}

prepare "deploy-key" {
  component = "git-credentials"
  says      = "A key that reads the repository and no more: for an address by SSH a deploy key without write access (`ssh-keygen -t ed25519 -N '' -f deploy-key`), for one by HTTPS a fine-grained token for contents, read only."
}

prepare "write-key" {
  component = "image-updater"
  says      = "Another key that may write to the repository, for Image Updater alone, and leave to push to `${var.gitops_repo_revision}` if that branch is protected. It then writes past reviews, in every folder; docs/gitops.md has the way by pull requests."
}

prepare "mail-server" {
  component = "notifications-email"
  says      = "An account at the mail server ${var.smtp_host} that accepts ${var.smtp_sender} as sender. For SES that is a verified identity, SMTP credentials, and an account that has left the sandbox."
}

# --- Costs

cost "argocd" {
  component = "argocd"
  monthly   = price.alb_hour * price.hours_per_month + price.secret_month
  says      = "Argo CD's load balancer before traffic, and the secret of its login; the certificate is free. Its pods take about one and a half CPU and three GB of the nodes."
}

cost "git-credentials" {
  component = "git-credentials"
  monthly   = price.secret_month
  says      = "One secret in Secrets Manager."
}

cost "image-updater" {
  component = "image-updater"
  monthly   = price.secret_month
  says      = "One secret in Secrets Manager; reading tags is free."
}

cost "notifications-email" {
  component = "notifications-email"
  monthly   = price.secret_month
  says      = "One secret in Secrets Manager; what your mail server takes comes on top."
}

cost "sealed-secrets-backup" {
  component = "sealed-secrets-backup"
  monthly   = price.kms_key_month
  says      = "The key of the backups; the bucket holds a few hundred KB."
}
