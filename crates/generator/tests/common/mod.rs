//! A small catalog with one of everything, so that a test shows its input.
#![allow(dead_code, reason = "each test file uses a part of it")]

use generator::{Catalog, Draft, Outcome, generate};
use serde_json::Value as Json;

pub const SMALL: &[(&str, &str)] = &[
    (
        "catalog.hcl",
        r#"
title       = "Small"
roots       = ["base", "apps"]
order       = ["net", "app"]
bundle_name = local.name
versions    = { tool = { version = "1.2.3", checked = "2026-11-01" } }
prices      = { hour = 0.5 }

preset "bare" {
  title      = "Bare"
  summary    = "Nothing that can be left out."
  components = { logs = false }
  values     = { size = 1 }
}
"#,
    ),
    (
        "roots/variables.tf",
        r#"variable "name" {
  description = "Name of the platform."
  type        = string
  default     = "small"

  validation {
    condition     = can(regex("^[a-z-]+$", var.name))
    error_message = "Write lower-case letters and hyphens, not ${var.name}."
  }

  validation {
    condition     = length(var.name) <= 20
    error_message = "Write at most 20 characters."
  }
}
"#,
    ),
    (
        "roots/base/terraform.tf",
        "terraform {\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n    }\n    helm = {\n      source = \"hashicorp/helm\"\n    }\n  }\n}\n",
    ),
    (
        "roots/base/shared.tf",
        "provider \"aws\" {\n  region = \"eu-central-1\"\n}\n\nlocals {\n  name = var.name\n  # Nothing mentions this.\n  unused = 1\n}\n",
    ),
    ("roots/apps/shared.tf", "provider \"aws\" {}\n\nprovider \"helm\" {}\n\nlocals {\n  name = var.name\n}\n"),
    (
        "bundle/README.md.tftpl",
        "# ${bundle.name}\n%{ for component in bundle.components ~}\n- ${component.title}: ${component.why}\n%{ endfor ~}\n%{ for finding in bundle.findings ~}\n- ${finding.severity}: ${finding.says}\n%{ endfor ~}\n%{ for says in bundle.prepare ~}\n- Before: ${says}\n%{ endfor ~}\n",
    ),
    ("bundle/scripts/run", "#!/bin/sh\necho ok\n"),
    (
        "net/subsystem.hcl",
        r#"
subsystem "net" {
  title   = "Net"
  summary = "The network."
  hue     = 1
}

component "new" {
  title   = "New network"
  summary = "Makes one."
  include = "always"
}

component "old" {
  title   = "Old network"
  summary = "Uses one."
}

component "logs" {
  title   = "Logs"
  summary = "Keeps logs."
  include = "default"
}

choice "network" {
  title   = "Network"
  members = ["new", "old"]
  default = "new"
}

node "network" {
  component  = "new"
  kind       = "container"
  label      = "Network ${local.range}"
  stands_for = ["aws_vpc.this"]
}

node "server" {
  component  = "new"
  place      = "network"
  for_each   = var.servers
  label      = each.key
  detail     = each.value.kind
  stands_for = ["aws_instance.server"]
}

finding "small-size" {
  component = "new"
  when      = var.size < 2
  severity  = "warning"
  says      = "One of a kind fails alone: size is ${var.size}."
  remedy    = "Take two."
  field     = "size"
  set       = { size = 2 }
}

cost "servers" {
  component = "new"
  monthly   = var.size * price.hour * 730
  says      = "${var.size} servers"
}
"#,
    ),
    (
        "net/new/base.tf",
        r#"variable "size" {
  description = "Number of servers."
  type        = number
  default     = 2
}

variable "servers" {
  description = "Servers by name."
  type        = map(object({ kind = optional(string, "m"), spare = optional(bool, false) }))
  default     = { one = {} }
}

locals {
  range      = "10.0.0.0/16"
  network_id = aws_vpc.this.id
}

resource "aws_vpc" "this" {
  cidr_block = local.range
  log_group  = aws_log.this.id # if logs
}

resource "aws_instance" "server" {
  for_each = var.servers
  count_of = var.size
}

output "network" {
  value = local.network_id
}
"#,
    ),
    (
        "net/old/base.tf",
        "variable \"network_id\" {\n  description = \"The network to use.\"\n  type        = string\n}\n\nlocals {\n  network_id = data.aws_vpc.old.id\n}\n\ndata \"aws_vpc\" \"old\" {\n  id = var.network_id\n}\n",
    ),
    ("net/logs/base.tf", "# Kept for a year.\nresource \"aws_log\" \"this\" {\n  name = local.name\n}\n"),
    ("net/logs/base.tftest.hcl", "run \"logs\" {\n  command = plan\n}\n"),
    (
        "app/subsystem.hcl",
        r#"
subsystem "app" {
  title   = "App"
  summary = "The application."
}

component "app" {
  title   = "App"
  summary = "Runs it."
}

component "gone" {
  title     = "Gone"
  summary   = "Was shut down."
  lifecycle = { status = "ended", since = "2026-09-30", says = "Take App." }
}

conflict {
  between = ["app", "gone"]
  says    = "App and Gone want the same port."
}

component "audit" {
  title   = "Audit"
  summary = "Looks at everything."
}

component "reader" {
  title   = "Reader"
  summary = "Looks the log up from another root module."
}

component "fading" {
  title     = "Fading"
  summary   = "Will be shut down."
  lifecycle = { status = "deprecated", since = "2026-06-30" }
}

prepare "desk" {
  component = "app"
  says      = "A desk for ${var.owner} in ${local.name}."
}

prepare "chairs" {
  component = "app"
  when      = var.owner != "nobody@example.com"
  says      = "A chair."
}
"#,
    ),
    ("app/app/apps/tests/app.auto.tfvars", "owner = \"ops@example.com\"\n"),
    ("app/app/base.tf", "resource \"aws_app\" \"this\" {\n  network = local.network_id\n}\n"),
    (
        "app/app/apps.tf",
        r#"variable "owner" {
  description = "Who answers for it."
  type        = string

  validation {
    condition     = can(regex("@", var.owner))
    error_message = "Write an e-mail address."
  }
}

variable "token" {
  description = "Token of the registry."
  type        = string
  sensitive   = true
  ephemeral   = true
}

data "aws_app" "this" {
  name = local.name
}

resource "helm_release" "app" {
  name  = data.aws_app.this.name
  owner = var.owner
  token = var.token
}
"#,
    ),
    ("app/audit/base.tf", "resource \"aws_audit\" \"this\" {\n  of = [aws_log.this.id, aws_vpc.this.id]\n}\n"),
    (
        "app/reader/apps.tf",
        "data \"aws_log\" \"this\" {\n  name = local.name\n}\n\nresource \"helm_release\" \"reader\" {\n  log = data.aws_log.this.id\n}\n",
    ),
    ("app/fading/base.tf", "resource \"aws_fading\" \"this\" {\n  name = local.name\n}\n"),
    ("app/gone/base.tf", "resource \"aws_gone\" \"this\" {\n  name = local.name\n}\n"),
];

pub fn small() -> Catalog {
    Catalog::parse(SMALL.iter().copied())
}

/// A draft from its JSON; the JSON must be all understood.
pub fn draft(json: Json) -> Draft {
    let (draft, findings) = generator::draft::read(&json.to_string());
    assert_eq!(findings, vec![]);
    draft
}

pub fn outcome(json: Json) -> Outcome {
    generate(&small(), &draft(json))
}
