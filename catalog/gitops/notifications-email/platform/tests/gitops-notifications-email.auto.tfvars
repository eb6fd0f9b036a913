smtp_host               = "email-smtp.us-east-1.amazonaws.com"
smtp_sender             = "platform@example.com"
notification_recipients = ["oncall@example.com"]
