"""What gitops.py finds, on an Application and a project of a few lines each."""

import unittest

from gitops import refused, root_application
from rules import broken

PROJECT = {
    "sourceRepos": ["git@host:o/r.git"],
    "destinations": [{"server": "here", "namespace": "dev"}],
    "namespaceResourceBlacklist": [{"group": "", "kind": "ResourceQuota"}],
}


def application(repository="git@host:o/r.git", namespace="dev", project="dev"):
    destination = {"server": "here", "namespace": namespace}
    return {"metadata": {"name": "a"}, "spec": {"project": project, "source": {"repoURL": repository}, "destination": destination}}


def found(kind="ConfigMap", namespace="dev", version="v1"):
    return {"apiVersion": version, "kind": kind, "metadata": {"name": "x", "namespace": namespace}}


class Projects(unittest.TestCase):
    def check(self, of, objects, *expected, project=PROJECT):
        self.assertEqual(refused(of, {"dev": project}, objects), list(expected))

    def test_what_is_let_through(self):
        self.check(application(), [found(), found("Rollout", version="argoproj.io/v1alpha1")])

    def test_sources_destinations_and_projects(self):
        self.check(application(project="prod"), [], "a: there is no project prod")
        self.check(application(repository="other"), [], "a: its project does not know other")
        self.check(application(namespace="prod"), [], "a: its project does not lead to {'server': 'here', 'namespace': 'prod'}")

    def test_objects(self):
        self.check(application(), [found(namespace="prod")], "a: ConfigMap x is not in dev")
        self.check(application(), [found("ResourceQuota")], "a: ResourceQuota x is of a kind that its project refuses")
        only = {**PROJECT, "namespaceResourceWhitelist": [{"group": "argoproj.io", "kind": "Application"}]}
        self.check(application(), [found()], "a: ConfigMap x is of a kind that its project refuses", project=only)

    def test_a_root_that_selects_no_cluster(self):
        generator = {"clusters": {"selector": {"matchLabels": {"name": "here"}}}}
        secret = {"metadata": {"labels": {"name": "there"}, "annotations": {}}, "stringData": {}}
        with self.assertRaises(AssertionError):
            root_application({"spec": {"generators": [generator], "template": {}}}, secret)


def constraint(kind, of, **parameters):
    return {"kind": kind, "spec": {"match": {"kinds": [{"kinds": [of]}]}, "parameters": parameters}}


RULES = [
    constraint("PlatformRequiredLabels", "Rollout", labels=["app"]),
    constraint("PlatformAllowedRegistries", "Pod", registries=["ghcr.io/a/"]),
    constraint("PlatformNoPrivilegedContainers", "Pod"),
    constraint("PlatformResourceLimits", "Pod"),
]
ENOUGH = {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"memory": "1Gi"}}


def rollout(labels={"app": "x"}, **container):
    container = {"name": "c", "image": "ghcr.io/a/b:1", "resources": ENOUGH, **container}
    return {"kind": "Rollout", "metadata": {"name": "x", "labels": labels}, "spec": {"template": {"spec": {"containers": [container]}}}}


class Rules(unittest.TestCase):
    def check(self, found, *expected):
        self.assertEqual(broken(RULES, [found]), [f"Rollout x: {what}" for what in expected])

    def test_what_breaks_no_rule(self):
        self.check(rollout())
        self.assertEqual(broken(RULES, [{"kind": "Service", "metadata": {"name": "x"}, "spec": {}}]), [])
        self.assertEqual(broken([], [rollout(labels={})]), [])

    def test_what_does(self):
        self.check(rollout(labels={}), "no label app")
        self.check(rollout(image="ghcr.io/ab/c"), "ghcr.io/ab/c is in no allowed registry")
        self.check(rollout(securityContext={"privileged": True}), "c is privileged")
        self.check(rollout(resources={**ENOUGH, "limits": {}}), "c says nothing of limits memory")


if __name__ == "__main__":
    unittest.main()
