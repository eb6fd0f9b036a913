"""Cost Explorer: anomaly monitors and subscriptions, cost allocation tags."""

import uuid

from .core import ACCOUNT, on, Refusal, TAGS, tags_list_to_map


def ce_kind(kind, plural, arnseg):
    @on("ce", f"Create{kind}")
    def create(call):
        arn = f"arn:aws:ce::{ACCOUNT}:{arnseg}/{uuid.uuid4()}"
        o = dict(call.given[kind])
        o[kind.replace("Anomaly", "") + "Arn"] = arn
        o["AccountId"] = ACCOUNT
        call.db("ce" + kind)[arn] = o
        TAGS[arn] = tags_list_to_map(call.given.get("ResourceTags"))
        return {kind.replace("Anomaly", "") + "Arn": arn}

    @on("ce", f"Get{plural}")
    def get(call):
        w = call.given.get(kind.replace("Anomaly", "") + "ArnList")
        return {plural: [o for a, o in call.db("ce" + kind).items() if not w or a in w]}

    @on("ce", f"Update{kind}", f"Delete{kind}")
    def update(call):
        a = call.given[kind.replace("Anomaly", "") + "Arn"]
        o = call.db("ce" + kind).get(a)
        if o is None:
            raise Refusal(400, "Unknown" + kind.replace("Anomaly", "") + "Exception", a)
        if call.op[0] == "D":
            del call.db("ce" + kind)[a]
            return {}
        o.update({k: v for k, v in call.given.items() if v is not None})
        return {kind.replace("Anomaly", "") + "Arn": a}


ce_kind("AnomalyMonitor", "AnomalyMonitors", "anomalymonitor")
ce_kind("AnomalySubscription", "AnomalySubscriptions", "anomalysubscription")


@on("ce", "UpdateCostAllocationTagsStatus")
def update_cost_allocation_tags_status(call):
    for t in call.given["CostAllocationTagsStatus"]:
        call.db("cat")[t["TagKey"]] = {"TagKey": t["TagKey"], "Type": "UserDefined", "Status": t["Status"]}
    return {"Errors": []}


@on("ce", "ListCostAllocationTags")
def list_cost_allocation_tags(call):
    w = call.given.get("TagKeys")
    return {"CostAllocationTags": [t for k, t in call.db("cat").items() if not w or k in w]}
