# No secret: what the tests answer to the question that has no default, and what stands in for it when everything is taken down.
slack_webhook_url = "https://hooks.slack.com/services/example"
