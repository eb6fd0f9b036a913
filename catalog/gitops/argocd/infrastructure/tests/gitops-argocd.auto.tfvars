# No secret: what the tests answer to the question that has no default, and what stands in for it when everything is taken down.
github_oauth_client_secret = "example-client-secret"
