# Answers of a mocked AWS, where a made-up word would not do.

mock_data "aws_eks_cluster" {
  defaults = {
    endpoint              = "https://mock.gr7.us-east-1.eks.amazonaws.com"
    certificate_authority = [{ data = "bW9jaw==" }]
    vpc_config            = [{ vpc_id = "vpc-0123456789abcdef0" }]
  }
}

mock_data "aws_route53_zone" {
  defaults = {
    zone_id = "Z0123456789ABCDEFGHIJ"
  }
}

mock_data "aws_caller_identity" {
  defaults = {
    account_id = "111122223333"
  }
}

mock_data "aws_partition" {
  defaults = {
    partition  = "aws"
    dns_suffix = "amazonaws.com"
  }
}

mock_data "aws_ssm_parameter" {
  defaults = {
    insecure_value = "arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"
  }
}

mock_data "aws_sns_topic" {
  defaults = {
    arn = "arn:aws:sns:us-east-1:111122223333:mock"
  }
}
