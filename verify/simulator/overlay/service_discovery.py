"""Cloud Map: a private namespace takes its hosted zone with it."""

from .core import ACCOUNT, on


@on("servicediscovery", "DeleteNamespace")
def delete_namespace(call):
    from moto.route53.models import route53_backends
    from moto.servicediscovery.models import servicediscovery_backends

    namespace = servicediscovery_backends[ACCOUNT][call.region].namespaces.get(call.given["Id"])
    zone = namespace and (namespace.dns_properties or {}).get("HostedZoneId")
    if zone:
        route53_backends[ACCOUNT]["aws"].zones.pop(zone.split("/")[-1], None)
    return None
