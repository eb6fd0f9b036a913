security_alerts_email = "security@example.com"
