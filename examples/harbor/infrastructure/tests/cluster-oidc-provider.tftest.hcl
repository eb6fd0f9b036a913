mock_provider "aws" {
  source = "./tests/mocks"
}

run "tokens_are_for_sts_only" {
  command = plan

  assert {
    condition     = aws_iam_openid_connect_provider.cluster.client_id_list == toset(["sts.amazonaws.com"])
    error_message = "The provider must take tokens for STS only."
  }
}
