"""What rendered workloads break of a bundle's own rules for them, as Gatekeeper would find it: by the parameters of its constraints."""

import json
from pathlib import Path

import yaml


def read_constraints(releases):
    """The constraints that the bundle's platform makes, if any."""
    for line in Path(releases).read_text().splitlines():
        entry = json.loads(line)
        if entry["type"] == "helm_release" and entry["value"]["name"] == "gatekeeper-constraints":
            return yaml.safe_load(entry["value"]["values"][0])["manifests"]
    return []


def broken(constraints, objects):
    """A line for each rule that an object breaks; pods are looked at in the templates of what makes them."""
    wrong = []
    for found in objects:
        here = f"{found['kind']} {found['metadata']['name']}"
        pod = found.get("spec", {}).get("template", {}).get("spec", {})
        for constraint in constraints:
            parameters, kinds = constraint["spec"]["parameters"], constraint["spec"]["match"]["kinds"]
            asked = any(found["kind"] in each["kinds"] for each in kinds) or pod and any("Pod" in each["kinds"] for each in kinds)
            says = RULES[constraint["kind"]](found, pod, parameters) if asked else []
            wrong += [f"{here}: {what}" for what in says]
    return wrong


def labels(found, _, parameters):
    return [f"no label {label}" for label in parameters["labels"] if label not in found["metadata"].get("labels", {})]


def containers(pod):
    return pod.get("containers", []) + pod.get("initContainers", [])


def registries(_, pod, parameters):
    allowed = tuple(parameters["registries"])
    return [f"{each['image']} is in no allowed registry" for each in containers(pod) if not each["image"].startswith(allowed)]


def privileges(_, pod, __):
    return [f"{each['name']} is privileged" for each in containers(pod) if each.get("securityContext", {}).get("privileged")]


def resources(_, pod, __):
    needed = [("requests", "cpu"), ("requests", "memory"), ("limits", "memory")]
    return [
        f"{each['name']} says nothing of {kind} {what}"
        for each in pod.get("containers", [])
        for kind, what in needed
        if not each.get("resources", {}).get(kind, {}).get(what)
    ]


RULES = {
    "PlatformRequiredLabels": labels,
    "PlatformAllowedRegistries": registries,
    "PlatformNoPrivilegedContainers": privileges,
    "PlatformResourceLimits": resources,
}
