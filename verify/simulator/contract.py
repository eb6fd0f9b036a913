"""Checks a request against AWS's own model of the call: required keys, enumerations, patterns, sizes, unknown keys."""

import json
import re

import aws_request
import form


def violations(service, operation, body):
    """What the request's body breaks, one sentence each."""
    model = aws_request.model(service) if service else None
    if not body or model is None or operation not in model.operation_names:
        return []
    shape = model.operation_model(operation).input_shape
    if shape is None:
        return []
    payload = shape.serialization.get("payload")
    shape = shape.members[payload] if payload else shape
    try:
        if body.startswith(b"{"):
            return list(walk(shape, json.loads(body), operation))
        if model.metadata.get("protocol") == "query":
            return list(walk(shape, form.read(shape, body), operation))
    except (ValueError, KeyError, TypeError) as error:
        return [f"{operation}: the body cannot be read: {error!r}"]
    return []


def walk(shape, value, path):
    if value is None:
        return
    kind = shape.type_name
    if kind == "structure":
        yield from walk_structure(shape, value, path)
    elif kind == "list":
        yield from size(shape, len(value), path)
        for index, item in enumerate(value):
            yield from walk(shape.member, item, f"{path}[{index}]")
    elif kind == "map":
        yield from size(shape, len(value), path)
        for key, item in value.items():
            yield from walk(shape.key, key, f"{path}{{key}}")
            yield from walk(shape.value, item, f"{path}.{key}")
    elif kind == "string":
        yield from walk_string(shape, value, path)
    elif kind in ("integer", "long", "double", "float"):
        yield from between(shape, value, path, "value")


def walk_structure(shape, value, path):
    if not isinstance(value, dict):
        yield f"{path}: an object is wanted, not {type(value).__name__}"
        return
    in_body = {
        member.serialization.get("name", name): (name, member)
        for name, member in shape.members.items()
        if member.serialization.get("location") not in ("uri", "querystring", "header", "headers")
    }
    for key in value.keys() - in_body.keys():
        yield f"{path}: unknown key {key}"
    for key, (name, member) in in_body.items():
        if key in value:
            yield from walk(member, value[key], f"{path}.{key}")
        elif name in shape.required_members:
            yield f"{path}: the required key {key} is missing"


def walk_string(shape, value, path):
    if not isinstance(value, str):
        yield f"{path}: a string is wanted"
        return
    allowed = shape.metadata.get("enum")
    if allowed and value not in allowed:
        yield f"{path}: {value!r} is none of {allowed[:8]}"
    yield from size(shape, len(value), path)
    pattern = readable(shape.metadata.get("pattern"))
    if pattern and not pattern.fullmatch(value):
        yield f"{path}: {value[:80]!r} does not match {pattern.pattern[:80]}"


# Java's character classes that the models use, as Python reads them.
CLASSES = {
    r"\p{L}": r"\w",
    r"\p{Z}": r"\s",
    r"\p{N}": r"\d",
    r"\p{S}": "",
    r"\p{P}": "",
    r"\p{ASCII}": r"\x00-\x7f",
    r"\p{Print}": r"\x20-\x7e",
    r"\p{Graph}": r"\x21-\x7e",
    r"\p{IsLatin}": r"\w",
}


def readable(pattern):
    """The pattern, or None for one that Python cannot read."""
    for java, python in CLASSES.items():
        pattern = pattern and pattern.replace(java, python)
    try:
        return pattern and re.compile(pattern)
    except re.error:
        return None


def size(shape, length, path):
    yield from between(shape, length, path, "length")


def between(shape, number, path, what):
    least, most = shape.metadata.get("min"), shape.metadata.get("max")
    if least is not None and number < least or most is not None and number > most:
        yield f"{path}: {what} {number} is not within {least} and {most}"
