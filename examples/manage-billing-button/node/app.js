// A Manage Billing button, in Node without any package.
"use strict";
const { randomUUID } = require("node:crypto");
const http = require("node:http");

const portico = process.env.PORTICO_URL ?? "http://127.0.0.1:8080";
const apiKey = process.env.PORTICO_API_KEY;
// A real app knows from its own session who is signed in.
const customer = process.env.CUSTOMER;

const page = (welcome) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Your account</title>
<h1>Your account</h1>
${welcome ? "<p>Welcome back!</p>" : ""}
<form method="post" action="/billing"><button>Manage Billing</button></form>
</html>`;

/** Asks for a link into the portal; a request that got no answer is sent again with the same key. */
async function portalLink(returnUrl) {
  const request = {
    method: "POST",
    headers: {
      authorization: `Bearer ${apiKey}`,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
    },
    body: JSON.stringify({ customer_alias: customer, return_url: returnUrl }),
  };
  const send = () => fetch(`${portico}/v1/customer-portal-sessions`, request);
  const answer = await send().catch(send);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail);
  return body.url;
}

const server = http.createServer(async (request, response) => {
  const here = `http://127.0.0.1:${server.address().port}`;
  const { pathname, searchParams } = new URL(request.url, here);
  if (request.method === "GET" && pathname === "/") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page(searchParams.has("back")));
  } else if (request.method === "POST" && pathname === "/billing") {
    try {
      response.writeHead(303, { location: await portalLink(`${here}/?back`) });
      response.end();
    } catch (error) {
      console.error(`no link was made: ${error.message}`);
      response.writeHead(502, { "content-type": "text/plain; charset=utf-8" });
      response.end("Billing cannot be reached right now. Please try again in a moment.");
    }
  } else {
    response.writeHead(404).end();
  }
});

server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
