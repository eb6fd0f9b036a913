"""Which service, region and operation a request asks for, and with what parameters, by botocore's models of AWS."""

import functools
import json
import re
from urllib.parse import parse_qs, unquote

import botocore.session

_session = botocore.session.get_session()

# Some services sign with another name than their model has.
NAMES = {"elasticloadbalancing": "elbv2", "monitoring": "cloudwatch", "states": "stepfunctions"}


@functools.cache
def model(service):
    """botocore's model of a service, or None."""
    try:
        return _session.get_service_model(service)
    except Exception:  # noqa: BLE001 - botocore raises many kinds for a name that it does not know
        return None


def protocols(service):
    """The names of the service's protocols, in one string."""
    metadata = model(service).metadata if service and model(service) else {}
    return f"{metadata.get('protocol', '')} {metadata.get('protocols', '')}"


def classify(environ, body):
    """(service, region, operation, parameters); what cannot be told is None."""
    scope = re.search(r"Credential=[^/]+/\d+/([^/]+)/([^/]+)/aws4_request", environ.get("HTTP_AUTHORIZATION", ""))
    region, service = scope.groups() if scope else (None, None)
    service = NAMES.get(service, service)
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return service, region, target.split(".")[-1], json_object(body)
    if body.startswith(b"Action=") or b"&Action=" in body[:4000]:
        given = {key: values[0] for key, values in parse_qs(body.decode("utf8", "replace")).items()}
        return service, region, given.get("Action"), given
    if service == "s3":
        subresource = re.split("[=&]", environ.get("QUERY_STRING", ""))[0]
        bucket = environ["PATH_INFO"].strip("/").split("/")[0]
        return service, region, f"{environ['REQUEST_METHOD']} ?{subresource}", {"bucket": bucket}
    if "rest" in protocols(service):
        operation, given = by_route(service, environ, body)
        return service, region, operation, given
    return service, region, None, {}


def by_route(service, environ, body):
    path = environ.get("RAW_URI", environ["PATH_INFO"]).split("?")[0]
    for method, pattern, names, operation in routes(service):
        found = pattern.match(path) if method == environ["REQUEST_METHOD"] else None
        if not found:
            continue
        query = parse_qs(environ.get("QUERY_STRING", ""), keep_blank_values=True)
        given = {key: values[0] for key, values in query.items()} | json_object(body)
        for name, value in zip(names, map(unquote, found.groups()), strict=True):
            # Models and clients do not agree on the first letter's case.
            given.update({name: value, name[0].lower() + name[1:]: value, name[0].upper() + name[1:]: value})
        return operation, given
    return None, {}


@functools.cache
def routes(service):
    """The operations of a REST service as (method, pattern, names of the placeholders, operation)."""
    found = []
    for operation in model(service).operation_names:
        http = model(service).operation_model(operation).http
        uri = http["requestUri"].split("?")[0].rstrip("/") or "/"
        pattern, names = "", []
        for part in re.split(r"(\{[^}]+\})", uri):
            if part.startswith("{"):
                names.append(part[1:-1].rstrip("+"))
                pattern += "(.+)" if part.endswith("+}") or part == "{resourceArn}" else "([^/]+)"
            else:
                pattern += re.escape(part)
        found.append((http["method"], re.compile(f"^{pattern}/?$"), names, operation))
    # The fewest placeholders first: a fixed path wins over one that would swallow it.
    return sorted(found, key=lambda route: len(route[2]))


def json_object(body):
    try:
        value = json.loads(body or b"{}")
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
