"""A mail server for the stories: says its port, then one JSON line for each message it took.

usage: smtp_server.py [--cert FILE --key FILE] [--login USER:PASSWORD] [--reply TEXT]...
Each --reply answers one message instead of taking it, in order.
"""

import argparse
import asyncio
import json
import logging
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

# What it says of handshakes that fail on purpose is of no interest.
logging.disable()

options = argparse.ArgumentParser()
options.add_argument("--cert")
options.add_argument("--key")
options.add_argument("--login")
options.add_argument("--reply", action="append", default=[])
options = options.parse_args()


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if address.startswith("nobody@"):
            return "550 5.1.1 There is no nobody here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if options.reply:
            return options.reply.pop(0)
        message = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "message": envelope.content.decode("ascii"),
            "encrypted": session.ssl is not None,
            "signed_in": session.authenticated,
        }
        print(json.dumps(message), flush=True)
        return "250 OK"


def sign_in(server, session, envelope, mechanism, login):
    given = f"{login.login.decode()}:{login.password.decode()}"
    return AuthResult(success=given == options.login, handled=False)


async def main():
    settings = {"hostname": "localhost"}
    if options.cert:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.cert, options.key)
        settings.update(tls_context=context, require_starttls=True)
    if options.login:
        settings.update(authenticator=sign_in, auth_required=True)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), **settings), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(main())
