"""EKS: access entries, their policies, and pod identities."""

import time
import uuid

from .core import ACCOUNT, need, NOT_FOUND, on, Refusal, TAGS
from .eks import check_role, clean, eks_arn, eks_cluster


def access(call):
    return need(
        eks_cluster(call)["_access"],
        call.given["principalArn"],
        NOT_FOUND,
        "The specified principalArn could not be found.",
    )


@on("eks", "CreateAccessEntry")
def create_access_entry(call):
    o, pr = eks_cluster(call), call.given["principalArn"]
    if o["accessConfig"]["authenticationMode"] == "CONFIG_MAP":
        raise Refusal(
            400,
            "InvalidRequestException",
            "The cluster's authentication mode must be set to one of [API, API_AND_CONFIG_MAP]",
        )
    e = {
        "clusterName": o["name"],
        "principalArn": pr,
        "type": call.given.get("type", "STANDARD"),
        "createdAt": time.time(),
        "modifiedAt": time.time(),
        "kubernetesGroups": call.given.get("kubernetesGroups") or [],
        "username": call.given.get("username")
        or pr.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/{{SessionName}}",
        "accessEntryArn": eks_arn(call, f"access-entry/{o['name']}/role/{ACCOUNT}/{pr.split('/')[-1]}/{uuid.uuid4()}"),
        "tags": call.given.get("tags") or {},
        "_pol": {},
    }
    o["_access"][pr] = e
    TAGS[e["accessEntryArn"]] = e["tags"]
    return {"accessEntry": clean(e)}


@on("eks", "ListAccessEntries")
def list_access_entries(call):
    return {"accessEntries": sorted(eks_cluster(call)["_access"])}


@on("eks", "DescribeAccessEntry")
def describe_access_entry(call):
    return {"accessEntry": clean(access(call))}


@on("eks", "UpdateAccessEntry")
def update_access_entry(call):
    e = access(call)
    for k in ("kubernetesGroups", "username"):
        if k in call.given:
            e[k] = call.given[k]
    return {"accessEntry": clean(e)}


@on("eks", "DeleteAccessEntry")
def delete_access_entry(call):
    access(call)
    del eks_cluster(call)["_access"][call.given["principalArn"]]
    return {}


@on("eks", "AssociateAccessPolicy")
def associate_access_policy(call):
    e = access(call)
    a = {
        "policyArn": call.given["policyArn"],
        "accessScope": {"namespaces": [], **call.given["accessScope"]},
        "associatedAt": time.time(),
        "modifiedAt": time.time(),
    }
    e["_pol"][call.given["policyArn"]] = a
    return {
        "clusterName": call.given.get("clusterName") or call.given.get("name"),
        "principalArn": e["principalArn"],
        "associatedAccessPolicy": a,
    }


@on("eks", "ListAssociatedAccessPolicies")
def list_associated_access_policies(call):
    e = access(call)
    return {
        "clusterName": e["clusterName"],
        "principalArn": e["principalArn"],
        "associatedAccessPolicies": list(e["_pol"].values()),
    }


@on("eks", "DisassociateAccessPolicy")
def disassociate_access_policy(call):
    e = access(call)
    need(e["_pol"], call.given["policyArn"], NOT_FOUND, "no such policy association")
    del e["_pol"][call.given["policyArn"]]
    return {}


@on("eks", "CreatePodIdentityAssociation")
def create_pod_identity_association(call):
    o = eks_cluster(call)
    check_role(call.given["roleArn"])
    i = "a-" + uuid.uuid4().hex[:17]
    a = {
        "clusterName": o["name"],
        "namespace": call.given["namespace"],
        "serviceAccount": call.given["serviceAccount"],
        "roleArn": call.given["roleArn"],
        "associationArn": eks_arn(call, f"podidentityassociation/{o['name']}/{i}"),
        "associationId": i,
        "tags": call.given.get("tags") or {},
        "createdAt": time.time(),
        "modifiedAt": time.time(),
    }
    o["_pods"][i] = a
    TAGS[a["associationArn"]] = a["tags"]
    return {"association": a}


@on("eks", "DescribePodIdentityAssociation", "UpdatePodIdentityAssociation", "DeletePodIdentityAssociation")
def describe_pod_identity_association(call):
    d = eks_cluster(call)["_pods"]
    a = need(d, call.given["associationId"], NOT_FOUND, "No association found")
    if call.op.startswith("Update"):
        a["roleArn"] = call.given.get("roleArn") or a["roleArn"]
    if call.op.startswith("Delete"):
        del d[call.given["associationId"]]
    return {"association": a}
