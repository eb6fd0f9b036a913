# EKS marks no storage class as default, so a claim that names none would wait forever.
resource "helm_release" "ebs_storage" {
  name      = "ebs-storage"
  namespace = "kube-system"
  chart     = "${path.module}/charts/manifests"

  values = [yamlencode({
    manifests = [
      {
        apiVersion = "storage.k8s.io/v1"
        kind       = "StorageClass"
        metadata = {
          name        = "gp3"
          annotations = { "storageclass.kubernetes.io/is-default-class" = "true" }
        }
        provisioner = "ebs.csi.aws.com"
        parameters  = { type = "gp3", encrypted = "true" }

        # A volume lives in one zone: it is made where the pod has been placed.
        volumeBindingMode    = "WaitForFirstConsumer"
        allowVolumeExpansion = true
        reclaimPolicy        = "Delete"
      },
      {
        apiVersion = "snapshot.storage.k8s.io/v1"
        kind       = "VolumeSnapshotClass"
        metadata = {
          name        = "ebs"
          annotations = { "snapshot.storage.kubernetes.io/is-default-class" = "true" }
        }
        driver         = "ebs.csi.aws.com"
        deletionPolicy = "Delete"
      },
    ]
  })]
}
