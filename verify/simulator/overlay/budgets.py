"""Budgets: notifications and their subscribers."""

import copy

from .core import ACCOUNT, on, Refusal, TAGS, tags_list_to_map


@on("budgets", "CreateBudget")
def create_budget(call):
    b = call.given["Budget"]["BudgetName"]
    call.db("bud")[b] = copy.deepcopy(call.given.get("NotificationsWithSubscribers") or [])
    TAGS[f"arn:aws:budgets::{ACCOUNT}:budget/{b}"] = tags_list_to_map(call.given.get("ResourceTags"))
    return None


@on("budgets", "CreateNotification")
def create_notification(call):
    call.db("bud").setdefault(call.given["BudgetName"], []).append(
        {"Notification": call.given["Notification"], "Subscribers": call.given["Subscribers"]}
    )
    return None


@on("budgets", "DescribeSubscribersForNotification")
def describe_subscribers_for_notification(call):
    def n(x):
        return (
            x["NotificationType"],
            x["ComparisonOperator"],
            float(x["Threshold"]),
            x.get("ThresholdType", "PERCENTAGE"),
        )

    for x in call.db("bud").get(call.given["BudgetName"], []):
        if n(x["Notification"]) == n(call.given["Notification"]):
            return {"Subscribers": x["Subscribers"]}
    raise Refusal(400, "NotFoundException", "no such notification")
