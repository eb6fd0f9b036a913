# Answers of a mocked AWS, where a made-up word would not do.

mock_resource "aws_route53_zone" {
  defaults = {
    name_servers = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.com", "ns-3.awsdns-03.net", "ns-4.awsdns-04.co.uk"]
  }
}
