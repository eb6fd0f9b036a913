"""EKS: clusters. The whole service is here, since moto echoes too little of it."""

import hashlib
import time
import uuid
from urllib.parse import parse_qs

import kubernetes_api

from .core import ACCOUNT, DB, ec2, INVALID, need, NOT_FOUND, on, Refusal, TAGS
from .sts import CALLER_ROLE

ADMINISTRATOR = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"


def caller_is_administrator():
    clusters = [cluster for (kind, _), clusters in DB.items() if kind == "eks" for cluster in clusters.values()]
    entries = [cluster["_access"].get(CALLER_ROLE) for cluster in clusters]
    return any(entry and ADMINISTRATOR in entry["_pol"] for entry in entries)


# All clusters share one API server.
ENDPOINT, CERTIFICATE = kubernetes_api.start(caller_is_administrator)


def eks_arn(call, rest):
    return f"arn:aws:eks:{call.region}:{ACCOUNT}:{rest}"


def eks_cluster(call):
    n = call.given.get("clusterName") or call.given.get("name")
    return need(call.db("eks"), n, NOT_FOUND, f"No cluster found for name: {n}.")


def check_subnets(call, ids, min_az=1):
    known = {s.id: s for s in ec2(call.region).describe_subnets()}
    for s in ids:
        if s not in known:
            raise Refusal(400, INVALID, f"The subnet ID '{s}' does not exist")
    if len({known[s].vpc_id for s in ids}) > 1:
        raise Refusal(400, INVALID, "Subnets are not all in the same VPC")
    if len({known[s].availability_zone for s in ids}) < min_az:
        raise Refusal(400, INVALID, f"Subnets specified must be in at least {min_az} different AZs")
    return known[ids[0]].vpc_id


def check_role(arn):
    from moto.iam.models import iam_backends

    names = {role.arn for role in iam_backends[ACCOUNT]["aws"].get_roles()}
    if arn not in names:
        raise Refusal(400, INVALID, f"The role {arn} does not exist")


def clean(o):
    return {k: v for k, v in o.items() if not k.startswith("_")}


@on("eks", "CreateCluster")
def create_cluster(call):
    d, n = call.db("eks"), call.given["name"]
    if n in d:
        raise Refusal(409, "ResourceInUseException", f"Cluster already exists with name: {n}")
    v = dict(call.given["resourcesVpcConfig"])
    v["vpcId"] = check_subnets(call, v["subnetIds"], 2)
    check_role(call.given["roleArn"])
    for e in call.given.get("encryptionConfig") or []:
        k = e["provider"]["keyArn"]
        from moto.kms.models import kms_backends

        if k.split(":")[3] != call.region or k.split("/")[-1] not in kms_backends[ACCOUNT][call.region].keys:
            raise Refusal(400, INVALID, f"Error in KMS key {k}: not found in {call.region}")
    v["clusterSecurityGroupId"] = "sg-" + uuid.uuid4().hex[:17]
    v.setdefault("securityGroupIds", [])
    v.setdefault("endpointPublicAccess", True)
    v.setdefault("endpointPrivateAccess", False)
    v.setdefault("publicAccessCidrs", ["0.0.0.0/0"])
    k = {"ipFamily": "ipv4", "serviceIpv4Cidr": "10.100.0.0/16", "elasticLoadBalancing": {"enabled": False}}
    k.update({a: b for a, b in (call.given.get("kubernetesNetworkConfig") or {}).items() if b is not None})
    i = hashlib.md5(n.encode()).hexdigest().upper()
    acc = {"authenticationMode": "CONFIG_MAP"}
    acc.update(call.given.get("accessConfig") or {})
    acc.pop("bootstrapClusterCreatorAdminPermissions", None)
    o = {
        "name": n,
        "arn": eks_arn(call, f"cluster/{n}"),
        "createdAt": time.time(),
        "version": call.given.get("version", "1.31"),
        "endpoint": ENDPOINT,
        "roleArn": call.given["roleArn"],
        "resourcesVpcConfig": v,
        "kubernetesNetworkConfig": k,
        "logging": call.given.get("logging") or {"clusterLogging": []},
        "identity": {"oidc": {"issuer": f"https://oidc.eks.{call.region}.amazonaws.com/id/{i}"}},
        "status": "ACTIVE",
        "certificateAuthority": {"data": CERTIFICATE},
        "platformVersion": "eks.12",
        "tags": call.given.get("tags") or {},
        "encryptionConfig": call.given.get("encryptionConfig") or [],
        "accessConfig": acc,
        "upgradePolicy": call.given.get("upgradePolicy") or {"supportType": "EXTENDED"},
        "_ng": {},
        "_addons": {},
        "_access": {},
        "_pods": {},
    }
    d[n] = o
    TAGS[o["arn"]] = o["tags"]
    return {"cluster": clean(o)}


@on("eks", "DescribeCluster")
def describe_cluster(call):
    return {"cluster": clean(eks_cluster(call))}


@on("eks", "ListClusters")
def list_clusters(call):
    return {"clusters": sorted(call.db("eks"))}


@on("eks", "DeleteCluster")
def delete_cluster(call):
    o = eks_cluster(call)
    if o["_ng"]:
        raise Refusal(409, "ResourceInUseException", "Cluster has nodegroups attached")
    del call.db("eks")[o["name"]]
    return {"cluster": dict(clean(o), status="DELETING")}


def update(call, typ):
    u = {
        "id": str(uuid.uuid4()),
        "status": "Successful",
        "type": typ,
        "params": [],
        "createdAt": time.time(),
        "errors": [],
    }
    call.db("eks-upd")[u["id"]] = u
    return {"update": u}


@on("eks", "DescribeUpdate")
def describe_update(call):
    return {"update": need(call.db("eks-upd"), call.given["updateId"], NOT_FOUND, "no such update")}


@on("eks", "UpdateClusterConfig")
def update_cluster_config(call):
    o = eks_cluster(call)
    if call.given.get("resourcesVpcConfig"):
        o["resourcesVpcConfig"].update(call.given["resourcesVpcConfig"])
    for k in ("logging", "upgradePolicy", "kubernetesNetworkConfig"):
        if call.given.get(k):
            o[k] = call.given[k] if k != "kubernetesNetworkConfig" else {**o[k], **call.given[k]}
    if call.given.get("accessConfig"):
        o["accessConfig"].update(call.given["accessConfig"])
    return update(call, "VpcConfigUpdate")


@on("eks", "UpdateClusterVersion")
def update_cluster_version(call):
    o = eks_cluster(call)
    a, b = (int(x.split(".")[1]) for x in (o["version"], call.given["version"]))
    if b != a + 1:
        raise Refusal(
            400, INVALID, f"Unsupported Kubernetes minor version update from {o['version']} to {call.given['version']}"
        )
    o["version"] = call.given["version"]
    return update(call, "VersionUpdate")


@on("eks", "AssociateEncryptionConfig")
def associate_encryption_config(call):
    eks_cluster(call)["encryptionConfig"] = call.given["encryptionConfig"]
    return update(call, "AssociateEncryptionConfig")


@on("eks", "TagResource", "UntagResource", "ListTagsForResource")
def tag_resource(call):
    t = TAGS.setdefault(call.given["resourceArn"], {})
    if call.op == "TagResource":
        t.update(call.given["tags"])
    elif call.op == "UntagResource":
        for k in parse_qs(call.environ["QUERY_STRING"]).get("tagKeys", []):
            t.pop(k, None)
    else:
        return {"tags": t}
    return {}
