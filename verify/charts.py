#!/usr/bin/env python3
"""Compares the values of Helm releases with their charts, and custom resources with their definitions.

usage: charts.py FOLDER RELEASES...

FOLDER holds charts/CHART/ (Chart.yaml, values.yaml, values.schema.json where there is one: what `helm pull --untar` leaves) and
crds/*.yaml (CustomResourceDefinitions). RELEASES are files that `verify releases` wrote. Most charts ignore a key that they do
not know, in silence: this does not.
"""

import json
import os
import sys
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

HERE = Path(__file__).parent

# Groups of objects that Kubernetes itself defines.
BUILT_IN = {
    "",
    "admissionregistration.k8s.io",
    "apps",
    "autoscaling",
    "batch",
    "networking.k8s.io",
    "policy",
    "rbac.authorization.k8s.io",
    "scheduling.k8s.io",
    "storage.k8s.io",
}


def main(folder, files):
    charts, definitions, accepted = read_charts(folder / "charts"), read_definitions(folder / "crds"), read_accepted()
    wrong, seen, used = [], {"releases": set(), "charts": set(), "objects": set()}, set()
    for file in files:
        for line in Path(file).read_text().splitlines():
            entry = json.loads(line)
            if entry["op"] != "create" or entry["type"] != "helm_release":
                continue
            release = entry["value"]
            values = {}
            for text in release["values"] or []:
                values = merged(values, yaml.safe_load(text) or {})
            key = json.dumps([release["name"], values], sort_keys=True)
            if key in seen["releases"]:
                continue
            seen["releases"].add(key)
            if release["repository"] is None:
                for found in values.get("manifests", []):
                    seen["objects"].add(f"{found['kind']}/{found['metadata']['name']}")
                    wrong += wrong_object(release, found, definitions, accepted, used)
            else:
                seen["charts"].add(release["chart"])
                wrong += wrong_values(release, values, charts, accepted, used)
    for line in sorted(set(wrong)):
        print(line)
    # Without a chart among the releases, what is accepted of charts is no matter.
    unused = set(accepted) - used if seen["charts"] else set()
    for pattern in sorted(unused):
        print(f"accepted-values.txt: nothing needs `{' '.join(pattern)}` any more")
    releases, objects = len(seen["releases"]), len(seen["objects"])
    print(f"{releases} releases with {objects} objects compared, {len(set(wrong))} to mend")
    # Nothing compared would prove nothing.
    return 1 if wrong or not releases or unused else 0


def wrong_values(release, values, charts, accepted, used):
    """What the chart of a release does not know, or knows as something else."""
    name, version = release["chart"], release["version"]
    chart = charts.get(name)
    if chart is None:
        yield f"{name}: there is no such chart in the folder"
        return
    if chart["version"].lstrip("v") != version.lstrip("v"):
        yield f"{name}: the release takes {version}, the folder has {chart['version']}"
        return
    for path, says in differences(values, chart["values"], ()):
        dotted = ".".join(path)
        if not is_accepted(name, dotted, accepted, used):
            yield f"{name} {version}: {dotted} {says}"
    if chart["schema"]:
        for error in Draft7Validator(chart["schema"]).iter_errors(merged(chart["values"], values)):
            yield f"{name} {version}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def differences(given, known, path):
    """The paths that are given and not known, each with what is wrong about it."""
    for key, value in given.items():
        here = (*path, str(key))
        if key not in known:
            yield here, "is no value of this chart"
        elif isinstance(value, dict) and isinstance(known[key], dict):
            # An empty map is open: labels, resources, annotations.
            if known[key]:
                yield from differences(value, known[key], here)
        elif kind(value) != kind(known[key]) and value is not None and known[key] not in (None, ""):
            yield here, f"is a {kind(value)}, and a {kind(known[key])} in the chart"


def kind(value):
    kinds = ((bool, "truth value"), (dict, "map"), (list, "list"))
    return next((name for of, name in kinds if isinstance(value, of)), "text or number")


def wrong_object(release, found, definitions, accepted, used):
    """What the definition of an object refuses."""
    version, name = found["apiVersion"], f"{release['name']}: {found['kind']} {found['metadata']['name']}"
    if version.rpartition("/")[0] in BUILT_IN:
        return
    schema = definitions.get((version, found["kind"]))
    if schema is None:
        if not is_accepted(found["kind"], version, accepted, used):
            yield f"{name}: the folder has no definition of {version}"
        return
    for error in Draft7Validator(schema).iter_errors(found):
        yield f"{name}: {'.'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def read_charts(folder):
    """The charts by name, each with its values, those of its subcharts below their names."""
    charts = {}
    for path in sorted(folder.glob("*/Chart.yaml")):
        about = yaml.safe_load(path.read_text())
        values = yaml.safe_load((path.parent / "values.yaml").read_text()) or {}
        for part in about.get("dependencies") or []:
            for below in (path.parent / "charts" / part["name"], folder / part["name"]):
                if (below / "values.yaml").is_file():
                    defaults = yaml.safe_load((below / "values.yaml").read_text()) or {}
                    key = part.get("alias", part["name"])
                    values[key] = merged(defaults, values.get(key) or {})
                    break
        schema = path.parent / "values.schema.json"
        schema = json.loads(schema.read_text()) if schema.is_file() else None
        # A folder may hold an older chart of the same name, in a folder that is named otherwise.
        if about["name"] not in charts or path.parent.name == about["name"]:
            charts[about["name"]] = {"version": str(about["version"]), "values": values, "schema": schema}
    return charts


def read_definitions(folder):
    """The schemas of custom resources, by apiVersion and kind; what they do not name is refused."""
    schemas = {}
    for path in sorted(folder.glob("*.y*ml")):
        for document in yaml.safe_load_all(path.read_text()):
            if not document or document.get("kind") != "CustomResourceDefinition":
                continue
            spec = document["spec"]
            for version in spec["versions"]:
                if not version["served"]:
                    continue
                schema = strict(version["schema"]["openAPIV3Schema"])
                # Every object has these, whether its definition names them or not.
                for name, of in (("apiVersion", "string"), ("kind", "string"), ("metadata", "object")):
                    schema.setdefault("properties", {})[name] = {"type": of}
                schemas[f"{spec['group']}/{version['name']}", spec["names"]["kind"]] = schema
    return schemas


def strict(schema):
    """A definition's schema as JSON Schema, in which an object has the properties that are named and no others."""
    if isinstance(schema, list):
        return [strict(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: strict(value) for key, value in schema.items()}
    if result.get("nullable") is True and isinstance(result.get("type"), str):
        result["type"] = [result["type"], "null"]
    if result.get("x-kubernetes-int-or-string"):
        result.pop("type", None)
        result.pop("pattern", None)
    is_open = result.get("x-kubernetes-preserve-unknown-fields") or result.get("x-kubernetes-embedded-resource")
    if schema.get("type") == "object" and "properties" in schema and not is_open:
        result.setdefault("additionalProperties", False)
    return result


def read_accepted():
    """Values that a chart takes though its values.yaml does not name them: `CHART PATH   # why`; PATH may end in a star."""
    lines = (HERE / "accepted-values.txt").read_text().splitlines()
    return [tuple(line.split("#")[0].split()) for line in lines if line.split("#")[0].strip()]


def is_accepted(name, path, accepted, used):
    for pattern in accepted:
        ends_open = pattern[1].endswith("*") and path.startswith(pattern[1][:-1])
        if pattern[0] == name and (ends_open or pattern[1] == path):
            used.add(pattern)
            return True
    return False


def merged(below, above):
    """Two maps as Helm lays one over the other."""
    result = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(result.get(key), dict)
        result[key] = merged(result[key], value) if both else value
    return result


if len(sys.argv) < 3 or not os.path.isdir(sys.argv[1]):
    sys.exit(__doc__)
sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
