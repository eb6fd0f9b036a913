"""Security Hub: its configuration, and the standards one subscribes to."""

import re

from .core import ACCOUNT, answer_with, on


@on("securityhub", "UpdateSecurityHubConfiguration")
def update_security_hub_configuration(call):
    call.db("sh")["conf"] = {k: v for k, v in call.given.items() if v is not None}
    return {}


@on("securityhub", "DescribeHub")
def describe_hub(call):
    raw, o = call.moto_json()
    if o is None:
        return raw
    o.update(call.db("sh").get("conf", {}))
    return answer_with(raw, o)


@on("securityhub", "BatchEnableStandards")
def batch_enable_standards(call):
    out = []
    for r in call.given["StandardsSubscriptionRequests"]:
        a = r["StandardsArn"]
        part = re.sub(r"^arn:aws:securityhub:[^:]*::(standards|ruleset)/", "subscription/", a)
        s = {
            "StandardsArn": a,
            "StandardsInput": r.get("StandardsInput") or {},
            "StandardsStatus": "READY",
            "StandardsSubscriptionArn": f"arn:aws:securityhub:{call.region}:{ACCOUNT}:{part}",
        }
        call.db("sh-std")[s["StandardsSubscriptionArn"]] = s
        out.append(s)
    return {"StandardsSubscriptions": out}


@on("securityhub", "GetEnabledStandards")
def get_enabled_standards(call):
    w = call.given.get("StandardsSubscriptionArns")
    return {"StandardsSubscriptions": [s for a, s in call.db("sh-std").items() if not w or a in w]}


@on("securityhub", "BatchDisableStandards")
def batch_disable_standards(call):
    return {
        "StandardsSubscriptions": [
            dict(call.db("sh-std").pop(a), StandardsStatus="DELETING")
            for a in call.given["StandardsSubscriptionArns"]
            if a in call.db("sh-std")
        ]
    }
