locals {
  # No tag names a cluster: what is here outlives each of them.
  tags = merge({ ManagedBy = "terraform" }, var.tags)
}
