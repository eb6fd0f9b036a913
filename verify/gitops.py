#!/usr/bin/env python3
"""Renders a bundle's gitops/ as Argo CD would, and looks whether its projects let all of it through, and its own rules for workloads.

usage: gitops.py BUNDLE RELEASES FILE

RELEASES is what `verify releases` wrote for the bundle's platform. From the cluster's Secret in it comes the root, from the root the
Applications, and from each of these, by `kubectl kustomize`, the objects of a service. FILE gets all of them as one release, which
charts.py compares with definitions. Needs kubectl, and Go with Sprig from Debian's packages (golang-go, golang-github-masterminds-sprig-dev).
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import yaml

from rules import broken, read_constraints

HERE = Path(__file__).parent
SPRIG = Path(os.environ.get("SPRIG_GOPATH", "/usr/share/gocode"))


def main(bundle, releases, file):
    made = read_manifests(releases)
    if not made:
        print("no App of Apps")
        return 0
    secret, root_set, projects = made["Secret"][0], made["ApplicationSet"][0], made["AppProject"]
    projects = {project["metadata"]["name"]: project["spec"] for project in projects}
    wrong = []
    root = root_application(root_set, secret)
    tree = root["spec"]["source"]["path"].removesuffix("/apps")
    wrong += refused(root, projects, [])
    values = yaml.safe_load(root["spec"]["source"]["helm"]["values"])
    objects = [*made["AppProject"], root_set, application_of(root)]

    # As it is, and with images that Image Updater follows.
    chart = bundle / "gitops/apps"
    defaults = yaml.safe_load((chart / "values.yaml").read_text())
    follows = {"services": [{**service, "image": service["name"]} for service in defaults["services"]], "followNewestImage": ["dev"]}
    for more in ({}, follows):
        rendered = render_chart(chart, {**defaults, **more, **values})
        wrong += refused(root, projects, rendered)
        objects += rendered
    constraints = read_constraints(releases)
    applications = [found for found in rendered if found["kind"] == "Application"]
    for application in applications:
        path = bundle / "gitops" / Path(application["spec"]["source"]["path"]).relative_to(tree)
        built = kustomize(path)
        wrong += refused(application, projects, built)
        objects += built
        wrong += broken(constraints, built)
    with open(file, "w") as out:
        value = {"name": "gitops", "repository": None, "values": [json.dumps({"manifests": objects})]}
        out.write(json.dumps({"op": "create", "type": "helm_release", "value": value}) + "\n")
    for line in sorted(set(wrong)):
        print(line)
    print(f"{len(applications)} Applications with {len(objects)} objects rendered, {len(constraints)} rules, {len(set(wrong))} to mend")
    return 1 if wrong else 0


def read_manifests(releases):
    """What the release App of Apps is given, by kind."""
    for line in Path(releases).read_text().splitlines():
        entry = json.loads(line)
        if entry["type"] == "helm_release" and entry["value"]["name"] == "app-of-apps":
            kinds = {}
            for found in yaml.safe_load(entry["value"]["values"][0])["manifests"]:
                kinds.setdefault(found["kind"], []).append(found)
            return kinds
    return {}


def root_application(root_set, secret):
    """What the ApplicationSet's cluster generator makes of the cluster's Secret."""
    selector = root_set["spec"]["generators"][0]["clusters"]["selector"]["matchLabels"]
    metadata = secret["metadata"]
    assert selector.items() <= metadata["labels"].items(), "the root selects no cluster"
    facts = {**secret["stringData"], "metadata": {"labels": metadata["labels"], "annotations": metadata["annotations"]}}
    template = root_set["spec"]["template"]
    texts = []
    collect(template, texts)
    filled = dict(zip(texts, render([{"name": "root", "template": text, "values": facts, "strict": True} for text in texts])))
    return {"metadata": template["metadata"], "spec": replaced(template["spec"], filled)}


def application_of(root):
    metadata = {**root["metadata"], "namespace": "argocd"}
    return {"apiVersion": "argoproj.io/v1alpha1", "kind": "Application", "metadata": metadata, "spec": root["spec"]}


def collect(value, texts):
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else []:
        collect(item, texts)
    if isinstance(value, str):
        texts.append(value)


def replaced(value, texts):
    if isinstance(value, dict):
        return {key: replaced(item, texts) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, texts) for item in value]
    return texts[value] if isinstance(value, str) else value


def render_chart(chart, values):
    scope = {"Values": values, "Chart": yaml.safe_load((chart / "Chart.yaml").read_text())}
    requests = [
        {"name": path.name, "template": path.read_text(), "values": scope} for path in sorted((chart / "templates").glob("*.yaml"))
    ]
    return [found for text in render(requests) for found in yaml.safe_load_all(text) if found]


def render(requests):
    environment = {**os.environ, "GO111MODULE": "off", "GOPATH": str(SPRIG), "GOFLAGS": "", "GOTOOLCHAIN": "local"}
    command = ["go", "run", str(HERE / "templates/main.go")]
    run = subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True, env=environment)
    if run.returncode:
        sys.exit(f"templates: {run.stderr.strip()}")
    return json.loads(run.stdout)


def kustomize(path):
    run = subprocess.run(["kubectl", "kustomize", str(path)], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"kustomize {path}: {run.stderr.strip()}")
    return [found for found in yaml.safe_load_all(run.stdout) if found]


def refused(application, projects, objects):
    """What an Application's project does not let through: its source, its destination, its objects."""
    spec, name = application["spec"], application["metadata"]["name"]
    project = projects.get(spec["project"])
    if project is None:
        return [f"{name}: there is no project {spec['project']}"]
    to = spec["destination"]
    wrong = []
    if spec["source"]["repoURL"] not in project["sourceRepos"]:
        wrong.append(f"{name}: its project does not know {spec['source']['repoURL']}")
    if not any(to["server"] == known["server"] and to["namespace"] == known["namespace"] for known in project["destinations"]):
        wrong.append(f"{name}: its project does not lead to {to}")
    for found in objects:
        group = found["apiVersion"].rpartition("/")[0]
        kind = {"group": group, "kind": found["kind"]}
        here = f"{name}: {found['kind']} {found['metadata']['name']}"
        if found["metadata"].get("namespace") != to["namespace"]:
            wrong.append(f"{here} is not in {to['namespace']}")
        if kind not in project.get("namespaceResourceWhitelist", [kind]) or kind in project.get("namespaceResourceBlacklist", []):
            wrong.append(f"{here} is of a kind that its project refuses")
    return wrong


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
