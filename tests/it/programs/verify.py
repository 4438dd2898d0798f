"""Has the verifier of Standard Webhooks for Python judge a delivery given as JSON."""

import json
import sys

from standardwebhooks.webhooks import Webhook

given = json.load(sys.stdin)
event = Webhook(given["secret"]).verify(given["body"], given["headers"])
print(event["type"])
