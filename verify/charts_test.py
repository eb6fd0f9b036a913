"""What charts.py finds, on a chart and a definition of a few lines each."""

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CHART = "name: shop\nversion: 1.2.0\ndependencies: [{name: cache}]\n"
VALUES = "replicas: 1\nlabels: {}\nserver: {port: 80, host:}\n"
CACHE = "name: cache\nversion: 1.0.0\n"
DEFINITION = """
kind: CustomResourceDefinition
spec:
  group: shop.example
  names: {kind: Shelf}
  versions:
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          required: [spec]
          properties:
            spec: {type: object, properties: {size: {type: integer}}}
"""


class Compared(unittest.TestCase):
    def check(self, values, *expected, version="1.2.0", repository="https://shop.example"):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for chart, about, defaults in (("shop", CHART, VALUES), ("cache", CACHE, "size: 1\n")):
                (folder / "charts" / chart).mkdir(parents=True)
                (folder / "charts" / chart / "Chart.yaml").write_text(about)
                (folder / "charts" / chart / "values.yaml").write_text(defaults)
            (folder / "crds").mkdir()
            (folder / "crds/shelf.yaml").write_text(DEFINITION)
            release = {"name": "r", "chart": "shop", "repository": repository, "version": version}
            entry = {"op": "create", "type": "helm_release", "value": {**release, "values": [json.dumps(values)]}}
            (folder / "releases").write_text(json.dumps(entry) + "\n")
            script = Path(__file__).with_name("charts.py")
            # The accepted values of the real charts are no matter here.
            run = subprocess.run([sys.executable, script, folder, folder / "releases"], capture_output=True, text=True)
        lines = [line for line in run.stdout.splitlines() if not line.startswith("accepted-values.txt")]
        self.assertEqual(lines[:-1], list(expected), run.stderr)

    def object(self, spec, *expected, kind="Shelf"):
        found = {"apiVersion": "shop.example/v1", "kind": kind, "metadata": {"name": "a"}, **spec}
        self.check({"manifests": [found]}, *expected, repository=None)

    def test_values_that_the_chart_names(self):
        self.check({"replicas": 2, "labels": {"any": "thing"}, "server": {"port": 81, "host": "a"}, "cache": {"size": 2}})

    def test_a_key_that_it_does_not_name(self):
        self.check({"server": {"hosts": ["a"]}}, "shop 1.2.0: server.hosts is no value of this chart")
        self.check({"cache": {"sise": 2}}, "shop 1.2.0: cache.sise is no value of this chart")

    def test_a_value_of_another_kind(self):
        self.check({"server": "a"}, "shop 1.2.0: server is a text or number, and a map in the chart")

    def test_another_version(self):
        self.check({}, "shop: the release takes 1.3.0, the folder has 1.2.0", version="1.3.0")

    def test_objects(self):
        self.object({"spec": {"size": 1}})
        self.object(
            {"spec": {"sise": 1}},
            "r: Shelf a: spec: Additional properties are not allowed ('sise' was unexpected)",
        )
        self.object({}, "r: Shelf a: : 'spec' is a required property")
        self.object({}, "r: Board a: the folder has no definition of shop.example/v1", kind="Board")


if __name__ == "__main__":
    unittest.main()
