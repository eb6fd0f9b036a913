# Looked up by the name that infrastructure gives it, so this root needs no access to the other one's state.
data "aws_eks_cluster" "this" {
  name = local.name
}
