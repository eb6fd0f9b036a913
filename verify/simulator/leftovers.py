"""What is left in the simulated AWS: every object that moto or the overlay holds and that somebody made.

moto makes a region's backend, with its default VPC and the like, when it is first asked for; what is in it at that moment
is nobody's. Everything else must be gone after a destroy, or be as gone as AWS lets it be (a key that awaits deletion).
"""

from moto.core.base_backend import AccountSpecificBackend, BackendDict
from moto.core.common_models import BaseModel
from overlay.core import DB

# An object in one of these states is on its way out or only remembered.
GONE = {"deleted", "deletecomplete", "deleting", "terminated", "pendingdeletion", "inactive", "cancelled", "rejected"}

# What the overlay stores as notes about resources that moto holds.
NOTES = {
    "eks-upd",
    "kms-replica",
    "kms-rot",
    "dlq",
    "pca",
    "gd-feat",
    "sh",
    "bud",
    "cat",
    "s3repl",
    "ddb-rep",
    "pca-perm",
}

# What AWS makes and removes by itself, and moto keeps.
BY_AWS = {"DelegationSet", "Operation"}

# Containers in containers are searched this deep, as in {group: {id: object}}.
DEPTH = 3

_found_at_start = set()


def watch():
    """Remembers what each backend holds when it is made."""
    get = AccountSpecificBackend.__getitem__

    def getitem(self, region):
        is_new = region not in self.keys()
        backend = get(self, region)
        if is_new:
            _found_at_start.update(id(model) for model in models(backend))
        return backend

    AccountSpecificBackend.__getitem__ = getitem


def left():
    """One line for each resource: service, region, kind, name."""
    lines = set()
    for service in list(BackendDict._instances):
        for _, region, backend in service.iter_backends():
            for model in models(backend):
                if id(model) not in _found_at_start and not is_gone(model):
                    lines.add(f"{service.service_name} {region} {type(model).__name__} {name(model)}")
    for (kind, region), objects in DB.items():
        if kind not in NOTES:
            lines.update(f"{kind} {region} {key}" for key in objects)
    return sorted(lines)


def models(backend):
    """The resources that a backend holds."""
    for key, value in list(vars(backend).items()):
        if not key.startswith("_") and key != "events":
            yield from within(value, DEPTH)


def within(value, depth):
    if isinstance(value, BaseModel):
        yield value
    elif depth and isinstance(value, dict):
        for item in list(value.values()):
            yield from within(item, depth - 1)
    elif depth and isinstance(value, (list, tuple, set)):
        for item in list(value):
            yield from within(item, depth - 1)


def is_gone(model):
    states = [getattr(model, key, None) for key in ("state", "status", "key_state", "_state", "_status")]
    names = {str(getattr(state, "code", getattr(state, "name", state))) for state in states}
    dates = [getattr(model, key, None) for key in ("deletion_date", "deleted_date")]
    return (
        any(name.lower().replace("_", "") in GONE for name in names)
        or any(date is not None for date in dates)
        or is_key_of_aws(model)
        or type(model).__name__ in BY_AWS
        or is_switched_off(model)
        or is_in_lost_network(model)
    )


def is_key_of_aws(model):
    """Whether it is the default key of a service, such as alias/aws/dynamodb."""
    aliases = getattr(model, "aliases", None)
    return type(model).__name__ == "Key" and bool(aliases) and all(name.startswith("alias/aws/") for name in aliases)


def is_switched_off(model):
    """Whether it is Inspector in an account that had it once: moto remembers that it is off."""
    return type(model).__name__ == "AccountStatus" and model._status() == "DISABLED"


def is_in_lost_network(model):
    """Whether its VPC is gone, which AWS allows for nothing and moto does not notice for network interfaces and the like."""
    vpc = getattr(model, "vpc_id", None) or getattr(getattr(model, "subnet", None), "vpc_id", None)
    backend = getattr(model, "ec2_backend", None)
    return vpc is not None and backend is not None and vpc not in backend.vpcs


def name(model):
    keys = ("arn", "id", "name", "_arn")
    return next((value for value in (getattr(model, key, None) for key in keys) if isinstance(value, str)), "")
