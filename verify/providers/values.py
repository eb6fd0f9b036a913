"""Terraform's values and schemas on the wire: between MessagePack, the JSON of a schema, and Python's objects."""

import json
import uuid

import msgpack
from tf.gen import tfplugin_pb2 as pb

NESTING = {"single": 1, "list": 2, "set": 3, "map": 4, "group": 5}


class Unknown:
    """A value that is known after apply."""

    def __repr__(self):
        return "(unknown)"


UNKNOWN = Unknown()


def decode(message):
    if not message.msgpack:
        return json.loads(message.json) if message.json else None
    return msgpack.unpackb(message.msgpack, ext_hook=lambda code, data: UNKNOWN, raw=False, strict_map_key=False)


def encode(value):
    return pb.DynamicValue(msgpack=msgpack.packb(wire(value), use_bin_type=True))


def wire(value):
    if value is UNKNOWN:
        return msgpack.ExtType(0, b"\0")
    if isinstance(value, dict):
        return {key: wire(item) for key, item in value.items()}
    if isinstance(value, list):
        return [wire(item) for item in value]
    return value


def schema_message(schema):
    return pb.Schema(version=schema.get("version", 0), block=block_message(schema["block"]))


def block_message(block):
    return pb.Schema.Block(
        attributes=attribute_messages(block.get("attributes", {})),
        block_types=[
            pb.Schema.NestedBlock(
                type_name=name,
                nesting=NESTING[nested["nesting_mode"]],
                block=block_message(nested["block"]),
                min_items=nested.get("min_items", 0),
                max_items=nested.get("max_items", 0),
            )
            for name, nested in sorted(block.get("block_types", {}).items())
        ],
    )


def attribute_messages(attributes):
    # `alias` belongs to terraform, not to a provider.
    return [attribute_message(name, attributes[name]) for name in sorted(attributes) if name != "alias"]


def attribute_message(name, attribute):
    flags = {flag: attribute.get(flag, False) for flag in ("required", "optional", "computed", "sensitive")}
    message = pb.Schema.Attribute(name=name, **flags)
    if "nested_type" in attribute:
        nested = attribute["nested_type"]
        attributes = attribute_messages(nested["attributes"])
        message.nested_type.CopyFrom(pb.Schema.Object(nesting=NESTING[nested["nesting_mode"]], attributes=attributes))
    else:
        message.type = json.dumps(attribute["type"]).encode()
    return message


def plan(block, config, proposed, prior):
    """The planned state: what is computed and not configured has its default, its prior value, or is unknown."""
    for name, attribute in block.get("attributes", {}).items():
        given = config.get(name) if isinstance(config, dict) else None
        if attribute.get("computed") and given is None:
            before = prior.get(name) if isinstance(prior, dict) else None
            proposed[name] = attribute.get("x_default", UNKNOWN if before is None else before)
        elif "nested_type" in attribute and isinstance(given, (list, dict)):
            for item, planned in zip(as_list(given), as_list(proposed[name]), strict=True):
                plan(attribute["nested_type"], item, planned, None)
    for name, nested in block.get("block_types", {}).items():
        given, befores = as_list((config or {}).get(name)), as_list((prior or {}).get(name))
        for index, planned in enumerate(as_list(proposed.get(name))):
            if isinstance(planned, dict):
                plan(nested["block"], item_at(given, index), planned, item_at(befores, index))
    return proposed


def complete(block, value, known):
    """The state after apply: unknown values become those in `known`, or something of their type."""
    for name, attribute in block.get("attributes", {}).items():
        if value.get(name) is UNKNOWN:
            value[name] = invent(attribute, name, known)
        elif "nested_type" in attribute:
            for item in as_list(value.get(name)):
                complete(attribute["nested_type"], item, known)
    for name, nested in block.get("block_types", {}).items():
        for item in as_list(value.get(name)):
            if isinstance(item, dict):
                complete(nested["block"], item, known)
    return value


def invent(attribute, name, known):
    if "nested_type" in attribute:
        nested = attribute["nested_type"]
        if nested["nesting_mode"] == "single":
            return {key: invent(inner, key, known) for key, inner in nested["attributes"].items()}
        return {} if nested["nesting_mode"] == "map" else []
    kind = attribute["type"]
    if kind == "string":
        return {"uid": str(uuid.uuid4()), "id": known.get("id", "stub")}.get(name, known.get(name, ""))
    if kind == "number":
        return 1 if name in ("generation", "revision") else 0
    if kind == "bool":
        return False
    if kind == "dynamic":
        return [b'"string"', ""]
    return {} if kind[0] == "map" else []


def from_state(block, value):
    """A value of the state file, which writes a dynamic value as {"value": ..., "type": ...}, as it is on the wire."""
    if not isinstance(value, dict):
        return value
    result = {}
    for name, attribute in block.get("attributes", {}).items():
        item = value.get(name)
        if attribute.get("type") == "dynamic" and isinstance(item, dict) and set(item) == {"value", "type"}:
            item = [json.dumps(item["type"]).encode(), item["value"]]
        result[name] = item
    for name, nested in block.get("block_types", {}).items():
        item = value.get(name)
        many = isinstance(item, list)
        result[name] = [from_state(nested["block"], one) for one in item] if many else from_state(nested["block"], item)
    return result


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def item_at(items, index):
    return items[index] if index < len(items) else None
