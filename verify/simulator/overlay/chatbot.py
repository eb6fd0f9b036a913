"""Chatbot: Slack channels."""

from .core import ACCOUNT, need, NOT_FOUND, on, TAGS, tags_list_to_map, tags_map_to_list


@on("chatbot", "CreateSlackChannelConfiguration", "UpdateSlackChannelConfiguration")
def create_slack_channel_configuration(call):
    d = call.db("chatbot", "*")
    if call.op[0] == "C":
        arn = f"arn:aws:chatbot::{ACCOUNT}:chat-configuration/slack-channel/{call.given['ConfigurationName']}"
        o = {"ChatConfigurationArn": arn, "SlackTeamName": "team", "State": "ENABLED"}
        TAGS[arn] = tags_list_to_map(call.given.get("Tags"), "TagKey", "TagValue")
    else:
        arn = call.given["ChatConfigurationArn"]
        o = need(d, arn, NOT_FOUND, arn)
    o.update({k: v for k, v in call.given.items() if k not in ("Tags", "ClientToken")})
    o["Tags"] = tags_map_to_list(TAGS.get(arn), "TagKey", "TagValue")
    o.setdefault("SlackChannelName", "")
    o.setdefault("LoggingLevel", "NONE")
    o.setdefault("UserAuthorizationRequired", False)
    d[arn] = o
    return {"ChannelConfiguration": o}


@on("chatbot", "DescribeSlackChannelConfigurations")
def describe_slack_channel_configurations(call):
    w = call.given.get("ChatConfigurationArn")
    for a, o in call.db("chatbot", "*").items():
        o["Tags"] = tags_map_to_list(TAGS.get(a), "TagKey", "TagValue")
    return {"SlackChannelConfigurations": [o for a, o in call.db("chatbot", "*").items() if w in (None, a)]}


@on("chatbot", "DeleteSlackChannelConfiguration")
def delete_slack_channel_configuration(call):
    call.db("chatbot", "*").pop(call.given["ChatConfigurationArn"], None)
    return {}
