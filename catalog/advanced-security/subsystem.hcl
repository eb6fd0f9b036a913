subsystem "advanced-security" {
  title   = "Advanced security"
  summary = "Sees what happens in containers and in the account, asks about every workload that comes in, and tells people who act."
  icon    = "shield"
  hue     = 8
}

component "falco" {
  title   = "Falco"
  summary = "Watches the system calls of every container: a program that nobody expects, somebody at a terminal, a way to the node's role."
}

component "falcosidekick" {
  title   = "Falcosidekick"
  summary = "Passes Falco's alerts on."
}

component "falco-slack" {
  title   = "Falco to Slack"
  summary = "Posts Falco's alerts to the channel of an incoming webhook."
}

component "falco-sns" {
  title   = "Falco to security alerts"
  summary = "Publishes Falco's gravest alerts to the topic of security alerts, with an identity of its own."
}

component "gatekeeper" {
  title   = "Gatekeeper"
  summary = "Is asked by the Kubernetes API about every object, and looks through all of them each minute."
}

component "gatekeeper-policies" {
  title   = "Gatekeeper policies"
  summary = "Labels, registries, privileges and resources of workloads: first reported, refused when you say so."
}

component "kyverno" {
  title   = "Kyverno"
  summary = "Asked about everything that comes in; its policies are components of their own."
}

component "image-verification" {
  title   = "Image verification"
  summary = "Your own images run only if your pipeline has signed them: first reported, refused when you say so."
}

component "kyverno-baseline" {
  title   = "Kyverno baseline"
  summary = "Images have a version, and no Service opens a port on every node."
}

component "new-detector" {
  title   = "New detector"
  summary = "Switches GuardDuty on in this account and region."
}

component "existing-detector" {
  title   = "Existing detector"
  summary = "GuardDuty is on already, by hand, by another platform or by the organisation: what is missing is switched on in it."
}

choice "guardduty-detector" {
  title   = "GuardDuty detector"
  summary = "An account has one in each region."
  members = ["new-detector", "existing-detector"]
  default = "new-detector"
}

component "guardduty" {
  title   = "GuardDuty for EKS"
  summary = "Reads the cluster's audit log for what attackers do with the Kubernetes API."
}

component "runtime-monitoring" {
  title   = "Runtime monitoring"
  summary = "GuardDuty's agent on every node, with an endpoint of its own: what processes, files and connections tell."
}

component "malware-protection" {
  title   = "Malware protection"
  summary = "GuardDuty looks through the disks of a node that behaves badly."
}

component "new-security-hub" {
  title   = "New Security Hub"
  summary = "Switches Security Hub on in this account and region."
}

component "existing-security-hub" {
  title   = "Existing Security Hub"
  summary = "Security Hub is on already: standards are added to it."
}

choice "security-hub" {
  title   = "Security Hub"
  summary = "An account has one in each region."
  members = ["new-security-hub", "existing-security-hub"]
  default = "new-security-hub"
}

component "security-standards" {
  title   = "Security standards"
  summary = "Security Hub holds the account to standards, and collects what GuardDuty and Inspector find."
}

component "image-scanning" {
  title   = "Image scanning"
  summary = "Inspector looks through the images in ECR, when they are pushed and when a weakness becomes known."
}

component "security-alerts" {
  title   = "Security alerts"
  summary = "One encrypted topic for what people have to know, with a mail for each and an alarm for what did not arrive."
}

component "security-alerts-slack" {
  title   = "Security alerts to Slack"
  summary = "A small function posts them to the channel of an incoming webhook."
}

# --- Picture

node "security-people" {
  component  = "security-alerts"
  icon       = "person"
  label      = "Security team"
  detail     = var.security_alerts_email
  stands_for = ["aws_sns_topic_subscription.security_alerts_email"]
}

node "security-alerts" {
  component  = "security-alerts"
  place      = "region"
  icon       = "queue"
  label      = "Security alerts"
  detail     = "SNS topic, own key"
  stands_for = ["aws_sns_topic.security_alerts", "aws_kms_key.security_alerts"]
}

node "guardduty-rule" {
  component  = "security-alerts"
  when       = chosen["guardduty"]
  place      = "region"
  icon       = "control"
  label      = "GuardDuty rule"
  detail     = "EventBridge, severity ${var.guardduty_minimum_severity} on"
  stands_for = ["aws_cloudwatch_event_rule.guardduty", "aws_cloudwatch_event_target.guardduty"]
}

node "security-hub-rule" {
  component  = "security-alerts"
  when       = chosen["security-standards"]
  place      = "region"
  icon       = "control"
  label      = "Security Hub rule"
  detail     = "EventBridge, ${lower(var.security_hub_severities[0])}${length(var.security_hub_severities) > 1 ? ", ${lower(var.security_hub_severities[1])}" : ""}${length(var.security_hub_severities) > 2 ? " ..." : ""}"
  stands_for = ["aws_cloudwatch_event_rule.security_hub", "aws_cloudwatch_event_target.security_hub"]
}

node "undelivered-alerts" {
  component  = "security-alerts"
  place      = "region"
  icon       = "queue"
  label      = "Undelivered alerts"
  detail     = "SQS, 14 days, alarm"
  stands_for = ["aws_sqs_queue.undelivered_alerts", "aws_cloudwatch_metric_alarm.undelivered_alerts"]
}

node "security-alerts-slack" {
  component  = "security-alerts-slack"
  place      = "region"
  icon       = "function"
  label      = "Alerts to Slack"
  detail     = "Lambda, own identity"
  stands_for = ["aws_cloudformation_stack.security_alerts_slack", "aws_sns_topic_subscription.security_alerts_slack"]
}

node "guardduty" {
  component  = "new-detector"
  place      = "region"
  icon       = "shield"
  label      = "GuardDuty"
  detail     = "new detector"
  stands_for = ["aws_guardduty_detector.this"]
}

node "existing-guardduty" {
  component  = "existing-detector"
  place      = "region"
  icon       = "shield"
  label      = "GuardDuty"
  detail     = "existing detector"
  stands_for = ["data.aws_guardduty_detector.existing"]
}

node "guardduty-endpoint" {
  component  = "runtime-monitoring"
  place      = chosen["new-vpc"] ? "vpc" : "existing-vpc"
  icon       = "endpoint"
  label      = "GuardDuty endpoint"
  detail     = "for nodes only"
  stands_for = ["aws_vpc_endpoint.guardduty", "aws_security_group.guardduty"]
}

node "guardduty-agent" {
  component  = "runtime-monitoring"
  place      = "cluster"
  icon       = "shield"
  label      = "GuardDuty agent"
  detail     = "on every node"
  stands_for = ["aws_eks_addon.guardduty_agent", "aws_guardduty_detector_feature.runtime_monitoring"]
}

node "security-hub" {
  component  = "security-standards"
  place      = "region"
  icon       = "policy"
  label      = "Security Hub"
  detail     = "${length(var.security_hub_standards)} standard${length(var.security_hub_standards) == 1 ? "" : "s"}, ${chosen["new-security-hub"] ? "new" : "existing"}"
  stands_for = ["aws_securityhub_standards_subscription.this"]
}

node "image-scanning" {
  component  = "image-scanning"
  place      = "region"
  icon       = "registry"
  label      = "Inspector"
  detail     = "images in ECR"
  stands_for = ["aws_inspector2_enabler.ecr"]
}

node "falco" {
  component  = "falco"
  place      = "cluster"
  icon       = "shield"
  label      = "Falco"
  detail     = "on every node, eBPF"
  stands_for = ["helm_release.falco", "helm_release.falco_namespace"]
}

node "falcosidekick" {
  component = "falcosidekick"
  place     = "cluster"
  icon      = "workload"
  label     = "Falcosidekick"
  detail    = "two replicas"
}

node "gatekeeper" {
  component  = "gatekeeper"
  place      = "cluster"
  icon       = "policy"
  label      = "Gatekeeper"
  detail     = chosen["gatekeeper-policies"] ? "four rules, ${var.gatekeeper_enforcement_action}" : "no rules yet"
  stands_for = ["helm_release.gatekeeper"]
}

node "kyverno" {
  component  = "kyverno"
  place      = "cluster"
  icon       = "policy"
  label      = "Kyverno"
  detail     = chosen["image-verification"] ? "signatures, ${var.image_verification_action}" : chosen["kyverno-baseline"] ? "baseline, ${var.kyverno_baseline_action}" : "no rules yet"
  stands_for = ["helm_release.kyverno"]
}

edge "control-plane-to-gatekeeper" {
  component = "gatekeeper"
  from      = "control-plane"
  to        = "gatekeeper"
  label     = "asks, 8443"
  says = "The control plane asks Gatekeeper about what comes in, at port 8443."
  kind      = "control"
}

edge "control-plane-to-kyverno" {
  component = "kyverno"
  from      = "control-plane"
  to        = "kyverno"
  label     = "asks, 9443"
  says = "The control plane asks Kyverno about what comes in, at port 9443."
  kind      = "control"
}

edge "falco-to-falcosidekick" {
  component = "falcosidekick"
  from      = "falco"
  to        = "falcosidekick"
  label     = "alerts"
  says = "Falco hands its alerts to Falcosidekick."
  kind      = "data"
}

edge "external-secrets-to-falcosidekick" {
  component = "falco-slack"
  from      = "external-secrets"
  to        = "falcosidekick"
  label     = "Secret"
  says = "External Secrets makes the Secret with the webhook's address that Falcosidekick reads."
  kind      = "data"
}

edge "falcosidekick-to-slack" {
  component = "falco-slack"
  from      = "falcosidekick"
  to        = "slack"
  label     = "from ${var.falco_slack_minimum_priority} on"
  says = "Falcosidekick posts alerts to Slack from priority ${var.falco_slack_minimum_priority} on."
  kind      = "data"
}

edge "falcosidekick-to-security-alerts" {
  component = "falco-sns"
  from      = "falcosidekick"
  to        = "security-alerts"
  label     = "from ${var.falco_sns_minimum_priority} on"
  says = "Falcosidekick publishes alerts to the topic from priority ${var.falco_sns_minimum_priority} on."
  kind      = "data"
}

edge "control-plane-to-guardduty" {
  component = "guardduty"
  from      = "control-plane"
  to        = chosen["new-detector"] ? "guardduty" : "existing-guardduty"
  label     = "audit log"
  says = "GuardDuty reads the control plane's audit log."
  kind      = "data"
}

edge "guardduty-agent-to-endpoint" {
  component = "runtime-monitoring"
  from      = "guardduty-agent"
  to        = "guardduty-endpoint"
  label     = "what runs"
  says = "GuardDuty's agent sends what runs on the nodes to the endpoint in the VPC."
  kind      = "data"
}

edge "guardduty-endpoint-to-guardduty" {
  component = "runtime-monitoring"
  from      = "guardduty-endpoint"
  to        = chosen["new-detector"] ? "guardduty" : "existing-guardduty"
  label     = "what runs"
  says = "The endpoint leads to GuardDuty."
  kind      = "data"
}

edge "guardduty-to-rule" {
  component = "guardduty"
  when      = chosen["security-alerts"]
  from      = chosen["new-detector"] ? "guardduty" : "existing-guardduty"
  to        = "guardduty-rule"
  label     = "findings"
  says = "GuardDuty's findings are events that the rule looks at."
  kind      = "data"
}

edge "guardduty-rule-to-security-alerts" {
  component = "guardduty"
  when      = chosen["security-alerts"]
  from      = "guardduty-rule"
  to        = "security-alerts"
  label     = "in sentences"
  says = "The rule publishes findings to the topic from severity ${var.guardduty_minimum_severity} on, in sentences."
  kind      = "data"
}

edge "guardduty-to-security-hub" {
  component = "guardduty"
  when      = chosen["security-standards"]
  from      = chosen["new-detector"] ? "guardduty" : "existing-guardduty"
  to        = "security-hub"
  label     = "findings"
  says = "GuardDuty's findings are collected by Security Hub."
  kind      = "data"
}

edge "image-scanning-to-security-hub" {
  component = "image-scanning"
  when      = chosen["security-standards"]
  from      = "image-scanning"
  to        = "security-hub"
  label     = "findings"
  says = "Inspector's findings are collected by Security Hub."
  kind      = "data"
}

edge "security-hub-to-rule" {
  component = "security-standards"
  when      = chosen["security-alerts"]
  from      = "security-hub"
  to        = "security-hub-rule"
  label     = "findings"
  says = "Security Hub's findings are events that the rule looks at."
  kind      = "data"
}

edge "security-hub-rule-to-security-alerts" {
  component = "security-standards"
  when      = chosen["security-alerts"]
  from      = "security-hub-rule"
  to        = "security-alerts"
  label     = "in sentences"
  says = "The rule publishes findings of severity ${join(" or ", var.security_hub_severities)} to the topic, in sentences."
  kind      = "data"
}

edge "security-alerts-to-people" {
  component = "security-alerts"
  from      = "security-alerts"
  to        = "security-people"
  label     = "e-mail"
  says = "The topic sends each alert to the security team by e-mail."
  kind      = "data"
}

edge "security-alerts-to-function" {
  component = "security-alerts-slack"
  from      = "security-alerts"
  to        = "security-alerts-slack"
  label     = chosen["falco-slack"] ? "all but Falco's" : "all"
  says = "The topic hands each alert${chosen["falco-slack"] ? " that is not Falco's" : ""} to the function that posts to Slack."
  kind      = "data"
}

edge "function-to-slack" {
  component = "security-alerts-slack"
  from      = "security-alerts-slack"
  to        = "slack"
  label     = "posts"
  says = "The function posts alerts to Slack."
  kind      = "data"
}

edge "function-to-webhook" {
  component = "security-alerts-slack"
  from      = "security-alerts-slack"
  to        = "slack-webhook"
  label     = "reads"
  says = "The function reads the webhook's address."
  kind      = "identity"
}

edge "function-to-undelivered-alerts" {
  component = "security-alerts-slack"
  from      = "security-alerts-slack"
  to        = "undelivered-alerts"
  label     = "undeliverable"
  says = "What the function cannot post waits in the queue."
  kind      = "data"
}

edge "undelivered-alerts-to-security-alerts" {
  component = "security-alerts"
  from      = "undelivered-alerts"
  to        = "security-alerts"
  label     = "alarm"
  says = "While something waits in the queue, an alarm says so by the topic."
  kind      = "control"
}

plumbing {
  addresses = [
    "aws_cloudwatch_log_group.security_alerts_slack",
    "aws_eks_pod_identity_association.falcosidekick",
    "aws_eks_pod_identity_association.kyverno",
    "aws_guardduty_detector_feature.eks_audit_logs",
    "aws_guardduty_detector_feature.malware_protection",
    "aws_guardduty_detector_feature.unasked",
    "aws_iam_role.falcosidekick",
    "aws_iam_role.kyverno",
    "aws_iam_role.security_alerts_slack",
    "aws_iam_role_policy.falcosidekick",
    "aws_iam_role_policy.kyverno",
    "aws_iam_role_policy.security_alerts_slack",
    "aws_kms_alias.security_alerts",
    "aws_kms_alias.security_alerts_slack",
    "aws_kms_key.security_alerts_slack",
    "aws_lambda_permission.security_alerts_slack",
    "aws_securityhub_account.this",
    "aws_sns_topic_policy.security_alerts",
    "aws_sqs_queue_policy.undelivered_alerts",
    "aws_vpc_security_group_ingress_rule.guardduty_from_nodes",
    "aws_vpc_security_group_ingress_rule.node_from_cluster_gatekeeper",
    "helm_release.falco_slack",
    "helm_release.gatekeeper_constraints",
    "helm_release.gatekeeper_templates",
    "helm_release.image_verification",
    "helm_release.kyverno_baseline",
  ]
}

# --- Findings

finding "two-policy-engines" {
  component = "gatekeeper"
  when      = chosen["kyverno"]
  severity  = "note"
  says      = "Two policy engines are asked about every pod. Gatekeeper owns labels, registries, privileges and resources of workloads; Kyverno owns signatures, versions of images and types of Services. No rule is in both."
  remedy    = "Add a rule to the engine that owns its kind, and leave one of them out if one is enough."
}

finding "gatekeeper-without-policies" {
  component = "gatekeeper"
  when      = !chosen["gatekeeper-policies"]
  severity  = "note"
  says      = "Gatekeeper is asked about everything and has no rule: it lets everything in."
  remedy    = "Switch Gatekeeper policies on, or bring templates and constraints of your own."
  switch = ["gatekeeper-policies"]
}

finding "kyverno-without-policies" {
  component = "kyverno"
  when      = !chosen["image-verification"] && !chosen["kyverno-baseline"]
  severity  = "note"
  says      = "Kyverno is asked about everything and has no rule: it lets everything in."
  remedy    = "Switch Image verification or Kyverno baseline on, or bring policies of your own."
  switch = ["image-verification", "kyverno-baseline"]
}

finding "namespace-of-security" {
  when     = (chosen["falco"] || chosen["gatekeeper"] || chosen["kyverno"] || chosen["runtime-monitoring"]) && anytrue([for name in keys(var.namespaces) : contains(["amazon-guardduty", "falco", "gatekeeper-system", "kyverno"], name)])
  severity = "error"
  says     = "These names are taken by what watches and asks, and its rules leave them out: ${join(", ", [for name in keys(var.namespaces) : name if contains(["amazon-guardduty", "falco", "gatekeeper-system", "kyverno"], name)])}."
  remedy   = "Choose other names for the namespaces of workloads."
  field    = "namespaces"
}

finding "gatekeeper-refuses-at-once" {
  component = "gatekeeper-policies"
  when      = var.gatekeeper_enforcement_action == "deny"
  severity  = "warning"
  says      = "Gatekeeper refuses whatever breaks a rule from the first day on: what runs already keeps running, and is refused when it is replaced."
  remedy    = "Start with dryrun, mend what kubectl get constraints counts, and then deny."
  field     = "gatekeeper_enforcement_action"
  set       = { gatekeeper_enforcement_action = "dryrun" }
}

finding "unsigned-images-refused-at-once" {
  component = "image-verification"
  when      = var.image_verification_action == "Deny"
  severity  = "warning"
  says      = "Kyverno refuses each pod whose image your pipeline has not signed yet, also when it is only replaced; and while Kyverno itself is away, pods of workloads do not start at all."
  remedy    = "Start with Audit, sign what is reported, and then deny."
  field     = "image_verification_action"
  set       = { image_verification_action = "Audit" }
}

finding "whole-registry-allowed" {
  component = "gatekeeper-policies"
  when      = length([for registry in var.allowed_registries : registry if contains(["docker.io/", "ghcr.io/", "public.ecr.aws/", "quay.io/"], registry)]) > 0
  severity  = "warning"
  says      = "Anybody can publish in ${join(", ", [for registry in var.allowed_registries : registry if contains(["docker.io/", "ghcr.io/", "public.ecr.aws/", "quay.io/"], registry)])}: to allow a whole public registry is to allow every image."
  remedy    = "Name the folders that you trust, such as public.ecr.aws/docker/library/."
  field     = "allowed_registries"
}

# The samples are named here as base/ and overlays/ of gitops/ have them.
finding "samples-from-another-registry" {
  component = "gatekeeper-policies"
  when      = chosen["rollouts"] && chosen["app-of-apps"] && !anytrue([for registry in var.allowed_registries : startswith("ghcr.io/stefanprodan/podinfo", registry)])
  severity  = "note"
  says      = "The samples in gitops/ run an image of ghcr.io/stefanprodan/, which is none of the allowed registries: Gatekeeper reports them, and refuses them with deny."
  remedy    = "Name ghcr.io/stefanprodan/ beside your own registry, or take the samples out of gitops/apps/values.yaml."
  field     = "allowed_registries"
}

finding "samples-unknown-to-falco" {
  component = "falco"
  when      = chosen["rollouts"] && chosen["app-of-apps"] && !contains(var.falco_allowed_processes, "podinfo")
  severity  = "note"
  says      = "The samples in gitops/ run the program podinfo, which is not among the allowed ones: each start of theirs is an alert."
  remedy    = "Add podinfo to the list while you try them."
  field     = "falco_allowed_processes"
}

finding "falco-tells-nobody" {
  component = "falco"
  when      = !chosen["falco-slack"] && !chosen["falco-sns"]
  severity  = "warning"
  says      = "Falco writes its alerts into its own log, and nobody is told."
  remedy    = "Switch Falco to Slack or Falco to security alerts on."
  switch = ["falco-slack", "falco-sns"]
}

finding "falco-lost-between" {
  component = "falco-slack"
  when      = chosen["falco-sns"] && chosen["security-alerts-slack"] && index(["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"], var.falco_slack_minimum_priority) < index(["emergency", "alert", "critical", "error", "warning", "notice", "informational", "debug"], var.falco_sns_minimum_priority)
  severity  = "warning"
  says      = "Alerts of Falco from ${var.falco_sns_minimum_priority} on that are below ${var.falco_slack_minimum_priority} do not reach Slack: Falcosidekick does not post them, and the function passes over what comes from Falco."
  remedy    = "Let Slack have at least what the topic has."
  field     = "falco_slack_minimum_priority"
  set       = { falco_slack_minimum_priority = var.falco_sns_minimum_priority }
}

finding "guardduty-tells-nobody" {
  component = "guardduty"
  when      = !chosen["security-alerts"]
  severity  = "warning"
  says      = "GuardDuty's findings stay in its console, and nobody is told."
  remedy    = "Switch Security alerts on, unless the organisation collects them elsewhere."
  switch = ["security-alerts"]
}

finding "security-hub-tells-nobody" {
  component = "security-standards"
  when      = !chosen["security-alerts"]
  severity  = "note"
  says      = "Security Hub's findings stay in its console, and nobody is told."
  remedy    = "Switch Security alerts on, unless the organisation collects them elsewhere."
  switch = ["security-alerts"]
}

finding "image-scanning-tells-nobody" {
  component = "image-scanning"
  when      = !chosen["security-standards"]
  severity  = "note"
  says      = "Inspector's findings stay in its console and beside the images in ECR: alerts come by Security Hub, which is not in."
  remedy    = "Switch Security standards on."
  switch = ["security-standards"]
}

finding "alerts-without-source" {
  component = "security-alerts"
  when      = !chosen["guardduty"] && !chosen["security-standards"] && !chosen["falco-sns"]
  severity  = "note"
  says      = "Nothing on this platform publishes security alerts yet: the topic is kept for what you add."
  remedy    = "Switch GuardDuty for EKS, Security standards or Falco to security alerts on."
  switch = ["guardduty", "security-standards", "falco-sns"]
}

finding "alerts-of-low-severity" {
  component = "security-alerts"
  when      = (chosen["guardduty"] && var.guardduty_minimum_severity < 4) || (chosen["security-standards"] && length(setintersection(var.security_hub_severities, ["INFORMATIONAL", "LOW"])) > 0)
  severity  = "warning"
  says      = "Findings of low severity become alerts too: so many that nobody will read the grave ones."
  remedy    = "Leave the low ones to the console, and alert from medium on."
  field     = "guardduty_minimum_severity"
}

finding "existing-detector-is-shared" {
  component = "existing-detector"
  when      = true
  severity  = "note"
  says      = "The detector belongs to others as well: features that are switched on here stay on when this platform is taken down, and an organisation that manages them may set them back."
  remedy    = "Agree with whoever administers GuardDuty; without a detector in the region, plan ends and says so."
}

finding "new-detector-for-the-account" {
  component = "new-detector"
  when      = true
  severity  = "note"
  says      = "The detector is the only one of this account and region, watches all of it, and goes with this platform. If GuardDuty is on already, apply fails."
  remedy    = "Choose Existing detector for each further platform in the account and region, and where the organisation has switched GuardDuty on."
}

finding "new-security-hub-for-the-account" {
  component = "new-security-hub"
  when      = true
  severity  = "note"
  says      = "Security Hub is switched on for the whole account and region, and off again with this platform. If it is on already, apply fails."
  remedy    = "Choose Existing Security Hub for each further platform in the account and region, and where the organisation has switched it on."
}

finding "image-scanning-for-the-account" {
  component = "image-scanning"
  when      = true
  severity  = "note"
  says      = "Inspector scans every image in ECR of this account and region, whoever pushed it, and is switched off for all of them when this platform is taken down."
  remedy    = "Leave it out of each further platform in the account and region, and where the organisation has switched it on."
}

# --- What has to be there before

prepare "aws-config" {
  component = "security-standards"
  says      = "AWS Config, recording in ${var.aws_region} the resources that the standards look at, global ones among them: most controls of Security Hub read what it records, and without it say nothing. It exists once in an account and region, and is not made here."
}

# --- Costs

cost "security-alerts" {
  component = "security-alerts"
  monthly   = price.kms_key_month
  says      = "The key of topic and queue; messages and mails cost cents."
}

cost "security-alerts-slack" {
  component = "security-alerts-slack"
  monthly   = price.kms_key_month
  says      = "The key of the function's log; the function itself costs cents."
}

cost "runtime-monitoring" {
  component = "runtime-monitoring"
  monthly   = (chosen["new-vpc"] ? var.zone_count : 2) * price.interface_endpoint_zone_hour * price.hours_per_month
  says      = "GuardDuty's endpoint in ${chosen["new-vpc"] ? var.zone_count : "at least 2"} zones; GuardDuty bills each virtual CPU that its agent watches, which is most of it."
}

cost "guardduty" {
  component = "guardduty"
  says      = "GuardDuty bills by events of the audit log and of the account, after 30 days without charge; a quiet cluster costs a few dollars."
}

cost "malware-protection" {
  component = "malware-protection"
  says      = "GuardDuty bills each GB of disk that it looks through, and EBS the snapshot meanwhile; while all nodes behave, nothing."
}

cost "security-standards" {
  component = "security-standards"
  says      = "Security Hub bills by check and resource, and by finding that it collects; AWS Config, which it needs, bills each change that it records."
}

cost "image-scanning" {
  component = "image-scanning"
  says      = "Inspector bills each image once, and little for each time that it looks again."
}
