"""EC2: moto forgets the description of a rule that names another security group."""

from moto.ec2.models.security_groups import SecurityGroupRule


def description(rule):
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


SecurityGroupRule.description = property(description)
