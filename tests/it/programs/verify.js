// Has the verifier of Standard Webhooks for JavaScript judge a delivery given as JSON.
const { Webhook } = require("standardwebhooks");

const given = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
console.log(new Webhook(given.secret).verify(given.body, given.headers).type);
