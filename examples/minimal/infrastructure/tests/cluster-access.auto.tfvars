# What the tests answer to the question that has no default.
cluster_admin_principal_arns = ["arn:aws:iam::111122223333:role/platform-admin"]
