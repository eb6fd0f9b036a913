mock_provider "aws" {
  source = "./tests/mocks"
}

mock_provider "helm" {}

run "volumes_are_encrypted_by_default" {
  command = plan

  assert {
    condition = anytrue([for object in yamldecode(helm_release.ebs_storage.values[0]).manifests :
      object.kind == "StorageClass" && try(object.metadata.annotations["storageclass.kubernetes.io/is-default-class"] == "true" && object.parameters.encrypted == "true", false)
    ])
    error_message = "The default storage class must encrypt its volumes."
  }
}
