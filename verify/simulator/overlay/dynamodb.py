"""DynamoDB: replicas of a global table."""

import copy
import json

from .core import ACCOUNT, answer_with, on, Refusal


def ddb(region):
    from moto.dynamodb.models import dynamodb_backends

    return dynamodb_backends[ACCOUNT][region]


@on("dynamodb", "UpdateTable")
def update_table(call):
    n, t = call.given["TableName"].split("/")[-1], None
    ups = call.given.get("ReplicaUpdates")
    if not ups:
        return None
    reps = call.db("ddb-rep").setdefault(n, {})
    for u in ups:
        kind, v = next(iter(u.items()))
        r = v["RegionName"]
        if kind == "Create":
            t = ddb(call.region).tables[n]
            if not (t.stream_specification or {}).get("StreamEnabled"):
                raise Refusal(
                    400, "ValidationException", "Table must have stream enabled with NEW_AND_OLD_IMAGES to add replicas"
                )
            ct = copy.copy(t)
            ct.region_name = r
            ct.table_arn = t.table_arn.replace(call.region, r)
            ct.latest_stream_label, ct.stream_specification = t.latest_stream_label, t.stream_specification
            ct.sse_specification = (
                {"Enabled": True, "KMSMasterKeyId": v["KMSMasterKeyId"]}
                if v.get("KMSMasterKeyId")
                else t.sse_specification
            )
            ct.continuous_backups = copy.deepcopy(t.continuous_backups)
            ddb(r).tables[n] = ct
            reps[r] = {
                "RegionName": r,
                "ReplicaStatus": "ACTIVE",
                **({"KMSMasterKeyId": v["KMSMasterKeyId"]} if v.get("KMSMasterKeyId") else {}),
            }
        elif kind == "Delete":
            reps.pop(r, None)
            ddb(r).tables.pop(n, None)
        else:
            reps[r].update(v)
    call.given.pop("ReplicaUpdates")
    if set(call.given) - {"TableName"}:
        call.body = json.dumps(call.given).encode()
        return None
    return {
        "TableDescription": {"TableName": n, "TableArn": ddb(call.region).tables[n].table_arn, "TableStatus": "ACTIVE"}
    }


@on("dynamodb", "DescribeTable")
def describe_table(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    reps = call.db("ddb-rep").get(call.given["TableName"].split("/")[-1])
    if reps:
        o["Table"]["Replicas"] = list(reps.values())
        o["Table"]["GlobalTableVersion"] = "2019.11.21"
    return answer_with(raw, o)
