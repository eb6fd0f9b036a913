"""Posts to Slack what comes through the topic of security alerts.

The address of the incoming webhook is read from Secrets Manager for each message, so a new one counts at once, and nothing but this function's
memory ever holds it. What Slack refuses is an error: Lambda tries it twice more, and then puts it into the queue of undelivered alerts.
A message with the attribute that SKIP_ATTRIBUTE names is passed over: its sender has posted it already.
"""

import json
import os
import urllib.request

import boto3


def handler(event, context):
    webhook = boto3.client("secretsmanager").get_secret_value(SecretId=os.environ["SECRET_ARN"])["SecretString"]
    for record in event["Records"]:
        if os.environ.get("SKIP_ATTRIBUTE") not in record["Sns"].get("MessageAttributes", {}):
            post(webhook, readable(record["Sns"]["Message"]))


def readable(message):
    """The message as a person reads it: an alarm in a sentence, lines of EventBridge without their quotes."""
    try:
        alarm = json.loads(message)
    except ValueError:
        alarm = None
    if isinstance(alarm, dict) and "AlarmName" in alarm:
        message = f"Alarm {alarm['AlarmName']}: {alarm.get('AlarmDescription') or alarm.get('NewStateReason', '')}"
    lines = [line.strip().removeprefix('"').removesuffix('"') for line in message.splitlines()]
    # Slack reads these three as the beginnings of links and mentions.
    text = "\n".join(line for line in lines if line)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    title, _, rest = text.partition("\n")
    return f"*{title}*\n[{os.environ['PLATFORM']}] {rest}".rstrip()


def post(webhook, text):
    body = json.dumps({"text": text}).encode()
    request = urllib.request.Request(webhook, data=body, headers={"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10):
        pass
