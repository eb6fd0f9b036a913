"""What the handlers of all services share: the call, the stored objects, the shapes of answers."""

import json
import threading

ACCOUNT = "123456789012"
LOCK = threading.RLock()
DB = {}  # (kind, region) -> {id: object}
TAGS = {}  # ARN -> {key: value}
HANDLERS = {}  # (service, operation) -> handler

# EKS's names for the two refusals that most of its calls share.
NOT_FOUND, INVALID = "ResourceNotFoundException", "InvalidParameterException"


class Refusal(Exception):
    """An error as AWS would answer it."""

    def __init__(self, status, code, message):
        self.status, self.code, self.message = status, code, message

    def answer(self):
        body = {"__type": self.code, "code": self.code, "message": self.message, "Message": self.message}
        headers = [("Content-Type", "application/json"), ("X-Amzn-ErrorType", self.code)]
        return f"{self.status} Error", headers, json.dumps(body).encode()


class Call:
    """One request: which service, region and operation, and the parameters given. A handler may change the body."""

    def __init__(self, service, region, operation, given, body, environ, moto):
        self.service, self.region, self.op, self.given = service, region, operation, given
        self.body, self.environ, self._moto = body, environ, moto

    def db(self, kind, region=None):
        """The stored objects of a kind in the call's region, by id."""
        return DB.setdefault((kind, region or self.region), {})

    def moto(self):
        """moto's answer: status line, headers, body."""
        return self._moto(self.body)

    def moto_json(self):
        """moto's answer, and what is in it unless it is an error."""
        raw = self.moto()
        return raw, json.loads(raw[2] or b"{}") if raw[0].startswith("2") else None


def on(service, *operations):
    """Registers the handler of these operations."""

    def register(handler):
        HANDLERS.update({(service, operation): handler for operation in operations})
        return handler

    return register


def answer(call):
    """The overlay's answer to a call, or moto's: who gave it, and status line, headers, body."""
    handler = HANDLERS.get((call.service, call.op))
    try:
        with LOCK:
            result = handler(call) if handler else None
    except Refusal as refusal:
        return "overlay", refusal.answer()
    if result is None:
        return "moto", call.moto()
    if not isinstance(result, tuple):
        result = "200 OK", [("Content-Type", "application/json")], json.dumps(result).encode()
    return "overlay", result


def answer_with(raw, value):
    """moto's answer with another body."""
    return raw[0], raw[1], json.dumps(value).encode()


def xml(body):
    return "200 OK", [("Content-Type", "text/xml")], body.encode()


def need(objects, key, code, message):
    if key not in objects:
        raise Refusal(404, code, message)
    return objects[key]


def ec2(region):
    """moto's EC2 in a region."""
    from moto.ec2.models import ec2_backends

    return ec2_backends[ACCOUNT][region]


def tags_list_to_map(tags, key="Key", value="Value"):
    return {tag[key]: tag[value] for tag in (tags or [])}


def tags_map_to_list(tags, key="Key", value="Value"):
    return [{key: a, value: b} for a, b in sorted((tags or {}).items())]
