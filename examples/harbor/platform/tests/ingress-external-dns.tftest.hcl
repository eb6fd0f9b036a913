mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "records_stay_in_the_zone_and_go_with_their_ingress" {
  command = plan

  variables {
    cluster_name = "harbor"
    domain_name  = "example.org"
  }

  assert {
    condition     = yamldecode(helm_release.external_dns.values[0]).domainFilters == ["example.org"] && yamldecode(helm_release.external_dns.values[0]).extraArgs["zone-id-filter"] == "Z0123456789ABCDEFGHIJ"
    error_message = "ExternalDNS must look at the platform's zone alone."
  }

  assert {
    condition     = yamldecode(helm_release.external_dns.values[0]).policy == "sync" && yamldecode(helm_release.external_dns.values[0]).txtOwnerId == "harbor"
    error_message = "Records must go with their Ingress, and name the cluster that made them."
  }
}
