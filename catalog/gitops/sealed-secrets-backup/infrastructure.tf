variable "sealing_key_backup_force_destroy" {
  description = "Whether scripts/destroy deletes the backups of the sealing keys: then nothing that was sealed for this cluster can be opened ever again."
  type        = bool
  default     = false
  nullable    = false
}

resource "aws_s3_bucket" "sealing_keys" {
  # checkov:skip=CKV_AWS_18: One job writes here and nobody reads; CloudTrail tells who tried.
  # checkov:skip=CKV_AWS_144: A copy in a second region is a decision of its own, with a key there.
  # checkov:skip=CKV2_AWS_62: Nobody waits for an event of this bucket.

  bucket        = "${local.name}-keys-${local.account_id}"
  force_destroy = var.sealing_key_backup_force_destroy

  # So it goes before its key: a bucket that does not go, because backups are in it, keeps the key that opens them.
  depends_on = [aws_kms_key.sealing_keys]
}

resource "aws_s3_bucket_public_access_block" "sealing_keys" {
  bucket = aws_s3_bucket.sealing_keys.id

  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# A backup that went wrong must not replace the one before.
resource "aws_s3_bucket_versioning" "sealing_keys" {
  bucket = aws_s3_bucket.sealing_keys.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "sealing_keys" {
  bucket = aws_s3_bucket.sealing_keys.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.sealing_keys.arn
    }
  }
}

# Each backup holds all keys, so old versions are only for mistakes.
resource "aws_s3_bucket_lifecycle_configuration" "sealing_keys" {
  bucket = aws_s3_bucket.sealing_keys.id

  rule {
    id     = "old-backups"
    status = "Enabled"

    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 90
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }

  # S3 counts versions, so it has to know of them first.
  depends_on = [aws_s3_bucket_versioning.sealing_keys]
}

resource "aws_s3_bucket_policy" "sealing_keys" {
  bucket = aws_s3_bucket.sealing_keys.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyEncryptedConnections"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.sealing_keys.arn, "${aws_s3_bucket.sealing_keys.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })

  # S3 refuses to change both at once.
  depends_on = [aws_s3_bucket_public_access_block.sealing_keys]
}

# Losing this key is losing the backups, hence the full waiting period on deletion.
resource "aws_kms_key" "sealing_keys" {
  description             = "Backups of the sealing keys of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = 30

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "AccountUsesIamPolicies"
      Effect    = "Allow"
      Principal = { AWS = "arn:${local.partition}:iam::${local.account_id}:root" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_kms_alias" "sealing_keys" {
  name          = "alias/${local.name}-sealing-keys"
  target_key_id = aws_kms_key.sealing_keys.key_id
}

# --- Identity of the job: it writes backups and can read none. Whoever takes the job over has the keys of today, and not those of a year.

resource "aws_eks_pod_identity_association" "sealing_key_backup" {
  cluster_name    = aws_eks_cluster.this.name
  namespace       = "sealed-secrets"
  service_account = "key-backup"
  role_arn        = aws_iam_role.sealing_key_backup.arn
}

resource "aws_iam_role" "sealing_key_backup" {
  name                 = "${local.name}-key-backup"
  permissions_boundary = var.permissions_boundary_arn

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "pods.eks.amazonaws.com" }
      Action    = ["sts:AssumeRole", "sts:TagSession"]
    }]
  })
}

resource "aws_iam_role_policy" "sealing_key_backup" {
  name = "write-backups"
  role = aws_iam_role.sealing_key_backup.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.sealing_keys.arn}/sealing-keys.json"
      },
      {
        Effect    = "Allow"
        Action    = "kms:GenerateDataKey"
        Resource  = aws_kms_key.sealing_keys.arn
        Condition = { StringEquals = { "kms:ViaService" = "s3.${var.aws_region}.amazonaws.com" } }
      },
    ]
  })
}

output "sealing_key_bucket" {
  description = "Bucket with the backups of the sealing keys."
  value       = aws_s3_bucket.sealing_keys.bucket
}
