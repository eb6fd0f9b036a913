mock_provider "aws" {
  source = "./tests/mocks"
}

run "nodes_are_hardened" {
  command = plan

  variables {
    node_groups = {
      general = {}
      rocket  = { ami_type = "BOTTLEROCKET_x86_64" }
      spot    = { capacity_type = "SPOT", instance_types = ["m7i.large", "m6i.large"], min_size = 0 }
    }
  }

  assert {
    condition     = alltrue([for template in aws_launch_template.node : template.metadata_options[0].http_tokens == "required" && template.metadata_options[0].http_put_response_hop_limit == 1])
    error_message = "Instance metadata must take IMDSv2 only, and no pod may reach it."
  }

  assert {
    condition     = alltrue(flatten([for template in aws_launch_template.node : [for disk in template.block_device_mappings : tobool(disk.ebs[0].encrypted) && disk.ebs[0].volume_type == "gp3"]]))
    error_message = "The nodes' disks must be encrypted gp3."
  }

  assert {
    condition     = aws_eks_node_group.this["spot"].capacity_type == "SPOT" && aws_eks_node_group.this["spot"].scaling_config[0].desired_size == 0
    error_message = "A group without desired_size starts with min_size."
  }
}

run "only_the_control_plane_and_the_nodes_come_in" {
  command = plan

  assert {
    condition     = aws_vpc_security_group_ingress_rule.node_from_cluster_kubelet.from_port == 10250 && aws_vpc_security_group_ingress_rule.node_from_cluster_kubelet.to_port == 10250
    error_message = "The control plane reaches the kubelet's port and no other."
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.node_from_nodes.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.node_from_cluster_kubelet.cidr_ipv4 == null
    error_message = "No address range may come in to the nodes."
  }
}

run "bottlerocket_gets_its_data_disk" {
  command = plan

  variables {
    node_groups = { arm = { ami_type = "BOTTLEROCKET_ARM_64", instance_types = ["m7g.large"] } }
  }

  assert {
    condition = { for disk in aws_launch_template.node["arm"].block_device_mappings : disk.device_name => disk.ebs[0].volume_size if disk.device_name == "/dev/xvdb" } == {
      "/dev/xvdb" = var.node_groups["arm"].disk_size_gb
    }
    error_message = "Bottlerocket keeps images and logs on its second disk."
  }

  assert {
    condition     = toset(aws_launch_template.node["arm"].block_device_mappings[*].device_name) == toset(["/dev/xvda", "/dev/xvdb"])
    error_message = "The disk of the operating system must be encrypted as well."
  }
}

run "architectures_that_differ_are_refused" {
  command = plan

  variables {
    node_groups = { general = { instance_types = ["m7g.large"] } }
  }

  expect_failures = [var.node_groups]
}

run "sizes_that_fall_are_refused" {
  command = plan

  variables {
    node_groups = { general = { min_size = 4, max_size = 3 } }
  }

  expect_failures = [var.node_groups]
}

run "the_platform_knows_what_it_asks_of_the_nodes" {
  command = plan

  variables {
    node_groups = {
      general = { min_size = 2, instance_types = ["m7i.xlarge"] }
      batch   = { min_size = 5, taints = [{ key = "dedicated", effect = "NO_SCHEDULE" }] }
    }
  }

  assert {
    condition     = output.platform_room.cpu_of_all == 2 * 3920 && output.platform_room.pods_of_all == 2 * 58
    error_message = "Nodes that keep pods away hold nothing of the platform."
  }

  assert {
    condition     = output.platform_room.cpu >= 200 + 2 * 150 && output.platform_room.pods >= 2 + 2 * 3
    error_message = "What runs on each node must count on each."
  }
}
