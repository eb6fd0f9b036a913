# What the tests answer to the question that has no default; the subnets are named because a mocked search finds none.
existing_vpc_id             = "vpc-0123456789abcdef0"
existing_private_subnet_ids = ["subnet-0123456789abcdef1", "subnet-0123456789abcdef2"]
