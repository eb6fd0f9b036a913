"""GuardDuty: features of a detector, tags of a filter."""

import time

from .core import answer_with, on, Refusal, TAGS

GD = [
    "CLOUD_TRAIL",
    "DNS_LOGS",
    "FLOW_LOGS",
    "S3_DATA_EVENTS",
    "EKS_AUDIT_LOGS",
    "EBS_MALWARE_PROTECTION",
    "RDS_LOGIN_EVENTS",
    "LAMBDA_NETWORK_LOGS",
    "EKS_RUNTIME_MONITORING",
    "RUNTIME_MONITORING",
]

# Of all the features these alone are off in a new detector; the rest is on, asked for or not.
OFF = ["EKS_RUNTIME_MONITORING", "RUNTIME_MONITORING"]


@on("guardduty", "UpdateDetector")
def update_detector(call):
    i = call.given["detectorId"]
    f = call.db("gd-feat").setdefault(i, {})
    for x in call.given.get("features") or []:
        if x["name"] not in GD:
            raise Refusal(400, "BadRequestException", f"unknown feature {x['name']}")
        y = {"name": x["name"], "status": x["status"], "updatedAt": time.time()}
        if x.get("additionalConfiguration"):
            y["additionalConfiguration"] = [dict(a, updatedAt=time.time()) for a in x["additionalConfiguration"]]
        f[x["name"]] = y
    return None if {"enable", "findingPublishingFrequency", "dataSources"} & set(call.given) else {}


@on("guardduty", "GetDetector")
def get_detector(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    f = call.db("gd-feat").get(call.given["detectorId"], {})
    o["features"] = [f.get(n, {"name": n, "status": "DISABLED" if n in OFF else "ENABLED"}) for n in GD]
    return answer_with(raw, o)


@on("guardduty", "CreateFilter", "GetFilter")
def create_filter(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    n = call.given.get("name") or call.given.get("filterName")
    k = (call.given["detectorId"], n)
    if call.op == "CreateFilter":
        TAGS[("gd", k)] = call.given.get("tags") or {}
    else:
        o["tags"] = TAGS.get(("gd", k), {})
    return answer_with(raw, o)
