# shellcheck shell=bash disable=SC2154 # scripts/check says what they are
alerts=$(output security_alerts_topic)
expect_some "security alerts, topic" "$(ask sns get-topic-attributes --topic-arn "$alerts" --query Attributes.TopicArn)"
subscribed() { ask sns list-subscriptions-by-topic --topic-arn "$alerts" --query "length(Subscriptions[?Protocol=='email'$1])"; }
expect_some "security alerts, subscriptions by e-mail" "$(subscribed '')"
# Until somebody follows the link in the mail that AWS has sent, no alert comes.
expect "security alerts, subscriptions by e-mail that nobody has confirmed" 0 "$(subscribed " && SubscriptionArn=='PendingConfirmation'")"
expect "security alerts, alarm on what did not arrive" OK \
  "$(ask cloudwatch describe-alarms --alarm-names "$name-undelivered-alerts" --query 'MetricAlarms[0].StateValue')"
