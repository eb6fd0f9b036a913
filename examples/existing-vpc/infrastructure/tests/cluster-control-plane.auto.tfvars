# What the tests answer to the question that has no default.
cluster_endpoint_access = "private"
