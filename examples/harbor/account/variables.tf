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

# No default: nobody but you knows which domain is yours.
variable "domain_name" {
  description = "Domain that the platform's host names end in, such as platform.example.com; it is the name of a public hosted zone in Route 53."
  type        = string
  nullable    = false

  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$", var.domain_name))
    error_message = "Write the domain in lower case, with a dot inside and none at the end, such as platform.example.com."
  }

  # An ACM certificate takes no more for its first name, and a host name comes before the domain.
  validation {
    condition     = length(var.domain_name) <= 200
    error_message = "The domain has at most 200 characters."
  }
}
