"""The body of a query request (`Tags.member.1.Key=...`) as the object that it stands for, by the model of the call."""

from urllib.parse import parse_qsl

# Parameters of the protocol, not of the call.
PROTOCOL = {"Action", "Version"}


def read(shape, body):
    tree = {}
    for key, value in parse_qsl(body.decode("utf8", "replace"), keep_blank_values=True):
        *path, last = key.split(".")
        node = tree
        for part in path:
            node = node.setdefault(part, {}) if isinstance(node, dict) else {}
        node[last] = value
    return typed(shape, {key: value for key, value in tree.items() if key not in PROTOCOL})


def typed(shape, tree):
    if shape.type_name == "structure" and isinstance(tree, dict):
        members = {member.serialization.get("name", name): member for name, member in shape.members.items()}
        return {key: typed(members[key], value) if key in members else value for key, value in tree.items()}
    if shape.type_name == "list":
        # An empty list is sent as an empty value.
        items = tree if shape.serialization.get("flattened") or not tree else tree[named(shape.member, "member")]
        return [typed(shape.member, items[index]) for index in sorted(items, key=int)] if items else []
    if shape.type_name == "map":
        entries = tree if shape.serialization.get("flattened") or not tree else tree["entry"]
        key, value = named(shape.key, "key"), named(shape.value, "value")
        return {entry[key]: typed(shape.value, entry[value]) for entry in entries.values()} if entries else {}
    if shape.type_name in ("integer", "long"):
        return int(tree)
    if shape.type_name in ("double", "float"):
        return float(tree)
    return tree


def named(shape, name):
    return shape.serialization.get("name", name)
