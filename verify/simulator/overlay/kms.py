"""KMS: tags of replicas, the rotation period, and which of two regions holds the primary key."""

import copy

from .core import ACCOUNT, answer_with, on


@on("kms", "ReplicateKey")
def replicate_key(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    from moto.kms.models import kms_backends

    kid, rr = o["ReplicaKeyMetadata"]["KeyId"], call.given["ReplicaRegion"]
    b = kms_backends[ACCOUNT][rr]
    key = b.keys[kid]
    key.multi_region_configuration = copy.deepcopy(key.multi_region_configuration)
    if call.given.get("Description"):
        key.description = call.given["Description"]
    if call.given.get("Policy"):
        key.policy = call.given["Policy"]
    b.tagger.delete_all_tags_for_resource(kid)
    b.tagger.tag_resource(kid, call.given.get("Tags") or [])
    key.key_rotation_status = False
    call.db("kms-replica", rr)[kid] = True
    return answer_with(raw, {**o, "ReplicaTags": call.given.get("Tags") or []})


@on("kms", "DescribeKey")
def describe_key(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    m = o["KeyMetadata"]
    if m.get("MultiRegion"):
        rep = m["KeyId"] in call.db("kms-replica")
        m.setdefault("MultiRegionConfiguration", {})["MultiRegionKeyType"] = "REPLICA" if rep else "PRIMARY"
    return answer_with(raw, o)


@on("kms", "EnableKeyRotation")
def enable_key_rotation(call):
    call.db("kms-rot")[call.given["KeyId"].split("/")[-1]] = call.given.get("RotationPeriodInDays") or 365
    return None


@on("kms", "GetKeyRotationStatus")
def get_key_rotation_status(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    d = call.db("kms-rot").get(call.given["KeyId"].split("/")[-1])
    if o.get("KeyRotationEnabled") and d:
        o["RotationPeriodInDays"] = d
    return answer_with(raw, o)
