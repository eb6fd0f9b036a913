"""Route 53: a zone that is made with a VPC is private."""

from .core import on


@on("route53", "CreateHostedZone")
def create_hosted_zone(call):
    b = call.body.decode()
    if "<VPC>" in b and "<PrivateZone>" not in b:
        if "<HostedZoneConfig>" in b:
            b = b.replace("<HostedZoneConfig>", "<HostedZoneConfig><PrivateZone>true</PrivateZone>", 1)
        else:
            b = b.replace(
                "</CreateHostedZoneRequest>",
                "<HostedZoneConfig><PrivateZone>true</PrivateZone></HostedZoneConfig></CreateHostedZoneRequest>",
            )
        call.body = b.encode()
    return None
