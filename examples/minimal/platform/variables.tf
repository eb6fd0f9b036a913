variable "cluster_name" {
  description = "Name of the platform: it names the cluster and, as a prefix, everything that belongs to it."
  type        = string
  default     = "platform"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]([a-z0-9-]*[a-z0-9])?$", var.cluster_name))
    error_message = "The cluster name starts with a lower-case letter, goes on with lower-case letters, digits and hyphens, and does not end with a hyphen, such as harbor or harbor-eu."
  }

  # IAM allows 64 characters for a role: this leaves room for the suffix and for what the role is for.
  validation {
    condition     = length(var.cluster_name) <= 30
    error_message = "The cluster name has at most 30 characters, because IAM role names that begin with it may have 64."
  }
}

variable "environment_suffix" {
  description = "Ending that tells environments with the same cluster name apart, such as prod or t1; leave it empty for none."
  type        = string
  default     = ""
  nullable    = false

  validation {
    condition     = var.environment_suffix == "" || can(regex("^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", var.environment_suffix))
    error_message = "The environment suffix has lower-case letters, digits and hyphens and neither starts nor ends with a hyphen, such as prod or t1; the hyphen before it is added."
  }

  validation {
    condition     = length(var.environment_suffix) <= 12
    error_message = "The environment suffix has at most 12 characters, because IAM role names that contain it may have 64."
  }
}

variable "aws_region" {
  description = "AWS region of the cluster and its network, such as eu-central-1."
  type        = string
  default     = "us-east-1"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.aws_region))
    error_message = "Write the region by its code, such as eu-central-1 or us-east-1, not by its name or by an availability zone."
  }

  # Prices, service names and the list of add-ons differ there, and nothing here was tried against it.
  validation {
    condition     = !startswith(var.aws_region, "cn-")
    error_message = "The regions in China (cn-) are not supported: choose another region."
  }
}

variable "tags" {
  description = "Tags for every AWS resource, next to Cluster and ManagedBy, such as CostCenter or Owner."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.tags) : can(regex("^[A-Za-z0-9 _.:/=+@-]{1,128}$", key)) && !can(regex("^[aA][wW][sS]:", key))])
    error_message = "A tag's key has 1 to 128 letters, digits, spaces or any of _ . : / = + @ -, and does not start with aws:, which AWS keeps for itself."
  }

  validation {
    condition     = alltrue([for value in values(var.tags) : can(regex("^[A-Za-z0-9 _.:/=+@-]{0,256}$", value))])
    error_message = "A tag's value has at most 256 letters, digits, spaces or any of _ . : / = + @ -."
  }

  # AWS allows 50 tags; a few are set by this configuration and by EKS.
  validation {
    condition     = length(var.tags) <= 40
    error_message = "At most 40 tags can be given: AWS allows 50 on a resource, and this configuration and EKS add some."
  }
}

variable "namespaces" {
  description = "Namespaces for workloads by name, each with its Pod Security level and its quota. One that is taken off the list stays in the cluster, with its workloads."
  type = map(object({
    pod_security    = optional(string, "restricted") # Pod Security level that is enforced.
    cpu_requests    = optional(string, "8")          # CPU that all pods together may request, in cores.
    memory_requests = optional(string, "16Gi")       # Memory that all pods together may request.
    memory_limits   = optional(string, "32Gi")       # Memory that all pods together may use.
    pods            = optional(number, 100)          # Pods at most.
  }))
  default  = { dev = {}, staging = {}, production = {} }
  nullable = false

  validation {
    condition     = alltrue([for name in keys(var.namespaces) : can(regex("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", name))])
    error_message = "A namespace's name has at most 63 lower-case letters, digits and hyphens and neither starts nor ends with a hyphen, such as production."
  }

  validation {
    condition     = alltrue([for name in keys(var.namespaces) : name != "default" && !startswith(name, "kube-") && name != "amazon-cloudwatch"])
    error_message = "default, amazon-cloudwatch and names that start with kube- belong to Kubernetes and to AWS: choose names of your own."
  }

  validation {
    condition     = alltrue([for namespace in values(var.namespaces) : contains(["restricted", "baseline", "privileged"], namespace.pod_security)])
    error_message = "Write pod_security as restricted, baseline or privileged."
  }

  validation {
    condition     = alltrue([for namespace in values(var.namespaces) : can(regex("^[0-9]+(\\.[0-9]+|m)?$", namespace.cpu_requests))])
    error_message = "Write CPU as Kubernetes does: 8 or 0.5 for cores, 500m for thousandths of one."
  }

  validation {
    condition     = alltrue([for namespace in values(var.namespaces) : can(regex("^[0-9]+(Mi|Gi|Ti)$", namespace.memory_requests)) && can(regex("^[0-9]+(Mi|Gi|Ti)$", namespace.memory_limits))])
    error_message = "Write memory as Kubernetes does: a whole number and Mi, Gi or Ti, such as 16Gi."
  }

  validation {
    condition     = alltrue([for namespace in values(var.namespaces) : namespace.pods >= 1 && namespace.pods == floor(namespace.pods)])
    error_message = "The number of pods is a whole number from 1."
  }
}
