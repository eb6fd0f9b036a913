"""EC2: moto copies the tags of a launch template itself into the template's data."""

import re

from .core import on

OWN_TAGS = re.compile(rb"<item>\s*<resourceType>launch-template</resourceType>.*?</tagSet>\s*</item>", re.S)


@on("ec2", "DescribeLaunchTemplateVersions")
def describe_launch_template_versions(call):
    status, headers, body = call.moto()
    return status, headers, OWN_TAGS.sub(b"", body)
