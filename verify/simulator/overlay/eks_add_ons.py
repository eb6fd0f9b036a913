"""EKS: add-ons, by the versions in ADDONS."""

import json
import time
import uuid

from .core import INVALID, need, NOT_FOUND, on, Refusal, TAGS
from .eks import eks_arn, eks_cluster, update

ADDONS = {
    "vpc-cni": "v1.19.2-eksbuild.5",
    "coredns": "v1.11.4-eksbuild.2",
    "kube-proxy": "v1.31.3-eksbuild.2",
    "aws-ebs-csi-driver": "v1.38.1-eksbuild.1",
    "amazon-cloudwatch-observability": "v2.6.0-eksbuild.1",
    "eks-pod-identity-agent": "v1.3.4-eksbuild.1",
    "aws-efs-csi-driver": "v2.1.4-eksbuild.1",
    "adot": "v0.109.0-eksbuild.2",
    "aws-guardduty-agent": "v1.8.1-eksbuild.2",
    "metrics-server": "v0.7.2-eksbuild.1",
    "snapshot-controller": "v8.2.0-eksbuild.1",
}


@on("eks", "DescribeAddonVersions")
def describe_addon_versions(call):
    q = call.given
    out = []
    for n, v in ADDONS.items():
        if q.get("addonName") in (None, n):
            out.append(
                {
                    "addonName": n,
                    "type": "networking",
                    "addonVersions": [
                        {
                            "addonVersion": v,
                            "architecture": ["amd64", "arm64"],
                            "compatibilities": [
                                {
                                    "clusterVersion": q.get("kubernetesVersion", "1.31"),
                                    "platformVersions": ["*"],
                                    "defaultVersion": True,
                                }
                            ],
                        }
                    ],
                }
            )
    return {"addons": out}


def addon(call):
    return need(
        eks_cluster(call)["_addons"],
        call.given["addonName"],
        NOT_FOUND,
        f"No addon: {call.given['addonName']} found in cluster",
    )


@on("eks", "CreateAddon")
def create_addon(call):
    o, n = eks_cluster(call), call.given["addonName"]
    if n not in ADDONS:
        raise Refusal(400, INVALID, f"Addon {n} specified is not supported")
    if call.given.get("configurationValues"):
        try:
            json.loads(call.given["configurationValues"])
        except ValueError:
            raise Refusal(400, INVALID, "ConfigurationValue provided is not JSON") from None
    a = {
        "addonName": n,
        "clusterName": o["name"],
        "status": "ACTIVE",
        "addonVersion": call.given.get("addonVersion") or ADDONS[n],
        "health": {"issues": []},
        "addonArn": eks_arn(call, f"addon/{o['name']}/{n}/{uuid.uuid4()}"),
        "createdAt": time.time(),
        "modifiedAt": time.time(),
        "tags": call.given.get("tags") or {},
        "podIdentityAssociations": [],
    }
    for k in ("serviceAccountRoleArn", "configurationValues"):
        if call.given.get(k):
            a[k] = call.given[k]
    o["_addons"][n] = a
    TAGS[a["addonArn"]] = a["tags"]
    return {"addon": a}


@on("eks", "DescribeAddon")
def describe_addon(call):
    return {"addon": addon(call)}


@on("eks", "ListAddons")
def list_addons(call):
    return {"addons": sorted(eks_cluster(call)["_addons"])}


@on("eks", "UpdateAddon")
def update_addon(call):
    a = addon(call)
    for k in ("addonVersion", "serviceAccountRoleArn", "configurationValues"):
        if call.given.get(k):
            a[k] = call.given[k]
    return update(call, "AddonUpdate")


@on("eks", "DeleteAddon")
def delete_addon(call):
    a = addon(call)
    del eks_cluster(call)["_addons"][a["addonName"]]
    return {"addon": dict(a, status="DELETING")}
