mock_provider "aws" {
  source = "./tests/mocks"
}

run "images_of_this_account_are_scanned" {
  command = plan

  assert {
    condition     = aws_inspector2_enabler.ecr.resource_types == toset(["ECR"]) && aws_inspector2_enabler.ecr.account_ids == toset(["111122223333"])
    error_message = "Inspector must scan the images of this account, and nothing that was not asked for."
  }
}
