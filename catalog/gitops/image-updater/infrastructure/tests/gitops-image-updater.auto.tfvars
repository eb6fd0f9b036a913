# No secret: what the tests answer to the question that has no default, and what stands in for it when everything is taken down.
image_updater_git_credential = "example-write-key"
