"""A Manage Billing button, in Python without any package."""

import json
import os
import sys
import urllib.error
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

PORTICO = os.environ.get("PORTICO_URL", "http://127.0.0.1:8080")
API_KEY = os.environ["PORTICO_API_KEY"]
# A real app knows from its own session who is signed in.
CUSTOMER = os.environ["CUSTOMER"]

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Your account</title>
<h1>Your account</h1>
{welcome}
<form method="post" action="/billing"><button>Manage Billing</button></form>
</html>"""


def portal_link(return_url: str) -> str:
    """Asks for a link into the portal; a request that got no answer is sent again with the same key."""
    request = urllib.request.Request(
        f"{PORTICO}/v1/customer-portal-sessions",
        data=json.dumps({"customer_alias": CUSTOMER, "return_url": return_url}).encode(),
        headers={
            "authorization": f"Bearer {API_KEY}",
            "content-type": "application/json",
            "idempotency-key": str(uuid.uuid4()),
        },
    )
    try:
        answer = urllib.request.urlopen(request, timeout=10)
    except urllib.error.HTTPError:
        raise
    except OSError:
        answer = urllib.request.urlopen(request, timeout=10)
    with answer:
        return json.load(answer)["url"]


class App(BaseHTTPRequestHandler):
    def do_GET(self):
        address = urlsplit(self.path)
        if address.path != "/":
            return self.send_error(404)
        welcome = "<p>Welcome back!</p>" if address.query == "back" else ""
        self.answer(200, "text/html", PAGE.format(welcome=welcome))

    def do_POST(self):
        if self.path != "/billing":
            return self.send_error(404)
        try:
            link = portal_link(f"http://127.0.0.1:{self.server.server_port}/?back")
        except OSError as error:
            print(f"no link was made: {error}", file=sys.stderr)
            sorry = "Billing cannot be reached right now. Please try again in a moment."
            return self.answer(502, "text/plain", sorry)
        self.send_response(303)
        self.send_header("location", link)
        self.send_header("content-length", "0")
        self.end_headers()

    def answer(self, status, media_type, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", f"{media_type}; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Says nothing: addresses would fill the terminal."""


server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "0"))), App)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
server.serve_forever()
