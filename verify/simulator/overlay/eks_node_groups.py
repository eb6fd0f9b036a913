"""EKS: managed node groups."""

import time
import uuid

from .core import ec2, INVALID, need, NOT_FOUND, on, Refusal, TAGS
from .eks import check_role, check_subnets, eks_arn, eks_cluster, update


def ng(call):
    return need(
        eks_cluster(call)["_ng"],
        call.given["nodegroupName"],
        NOT_FOUND,
        f"No node group found for name: {call.given['nodegroupName']}.",
    )


@on("eks", "CreateNodegroup")
def create_nodegroup(call):
    o, n = eks_cluster(call), call.given["nodegroupName"]
    if n in o["_ng"]:
        raise Refusal(409, "ResourceInUseException", "NodeGroup already exists")
    check_subnets(call, call.given["subnets"])
    check_role(call.given["nodeRole"])
    lt = call.given.get("launchTemplate")
    if lt:
        if call.given.get("diskSize"):
            raise Refusal(400, INVALID, "Disk size must be specified within the launch template.")
        if call.given.get("remoteAccess"):
            raise Refusal(400, INVALID, "Remote access configuration cannot be specified with a launch template.")
        b = ec2(call.region)
        t = b.describe_launch_templates(
            template_ids=[lt["id"]] if lt.get("id") else None, template_names=[lt["name"]] if lt.get("name") else None
        )[0]
        lt = {"id": t.id, "name": t.name, "version": str(lt.get("version") or t.default_version_number)}
    sc = call.given.get("scalingConfig") or {"minSize": 1, "maxSize": 2, "desiredSize": 2}
    if not sc["minSize"] <= sc.get("desiredSize", sc["minSize"]) <= sc["maxSize"]:
        raise Refusal(400, INVALID, "desired capacity out of the range of min and max")
    v = call.given.get("version") or o["version"]
    g = {
        "nodegroupName": n,
        "clusterName": o["name"],
        "version": v,
        "releaseVersion": call.given.get("releaseVersion") or f"{v}.3-20250203",
        "nodegroupArn": eks_arn(call, f"nodegroup/{o['name']}/{n}/{uuid.uuid4()}"),
        "createdAt": time.time(),
        "modifiedAt": time.time(),
        "status": "ACTIVE",
        "capacityType": call.given.get("capacityType", "ON_DEMAND"),
        "scalingConfig": sc,
        "instanceTypes": call.given.get("instanceTypes") or (None if lt else ["t3.medium"]),
        "subnets": call.given["subnets"],
        "amiType": call.given.get("amiType") or "AL2023_x86_64_STANDARD",
        "nodeRole": call.given["nodeRole"],
        "labels": call.given.get("labels") or {},
        "taints": call.given.get("taints") or [],
        "resources": {"autoScalingGroups": [{"name": f"eks-{n}-{uuid.uuid4()}"}]},
        "health": {"issues": []},
        "updateConfig": call.given.get("updateConfig") or {"maxUnavailable": 1},
        "tags": call.given.get("tags") or {},
    }
    if lt:
        g["launchTemplate"] = lt
    else:
        g["diskSize"] = call.given.get("diskSize") or 20
    if call.given.get("remoteAccess"):
        g["remoteAccess"] = call.given["remoteAccess"]
    if call.given.get("nodeRepairConfig"):
        g["nodeRepairConfig"] = call.given["nodeRepairConfig"]
    o["_ng"][n] = g
    TAGS[g["nodegroupArn"]] = g["tags"]
    return {"nodegroup": g}


@on("eks", "DescribeNodegroup")
def describe_nodegroup(call):
    return {"nodegroup": ng(call)}


@on("eks", "ListNodegroups")
def list_nodegroups(call):
    return {"nodegroups": sorted(eks_cluster(call)["_ng"])}


@on("eks", "DeleteNodegroup")
def delete_nodegroup(call):
    g = ng(call)
    del eks_cluster(call)["_ng"][g["nodegroupName"]]
    return {"nodegroup": dict(g, status="DELETING")}


@on("eks", "UpdateNodegroupConfig")
def update_nodegroup_config(call):
    g = ng(call)
    for k in ("scalingConfig", "updateConfig", "nodeRepairConfig"):
        if call.given.get(k):
            g[k] = {**(g.get(k) or {}), **call.given[k]} if k != "updateConfig" else call.given[k]
    lab = call.given.get("labels") or {}
    g["labels"].update(lab.get("addOrUpdateLabels") or {})
    for k in lab.get("removeLabels") or []:
        g["labels"].pop(k, None)
    t = call.given.get("taints") or {}
    rm = {(x["key"], x["effect"]) for x in (t.get("removeTaints") or []) + (t.get("addOrUpdateTaints") or [])}
    g["taints"] = [x for x in g["taints"] if (x["key"], x["effect"]) not in rm] + (t.get("addOrUpdateTaints") or [])
    return update(call, "ConfigUpdate")


@on("eks", "UpdateNodegroupVersion")
def update_nodegroup_version(call):
    g = ng(call)
    if call.given.get("launchTemplate"):
        g["launchTemplate"]["version"] = str(call.given["launchTemplate"]["version"])
    if call.given.get("version"):
        g["version"] = call.given["version"]
        g["releaseVersion"] = call.given.get("releaseVersion") or f"{g['version']}.3-20250203"
    return update(call, "VersionUpdate")
