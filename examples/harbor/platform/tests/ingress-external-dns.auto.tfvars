# What the tests answer to the question that has no default.
domain_name = "platform.example.com"
