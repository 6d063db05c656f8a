import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bodyOf, serveOnLoopback } from "#fixtures/loopback.ts";
import { openChannels } from "#jobs/channels/index.ts";
import { aLetter, describeChannel, type Misfortune } from "#tests/support/describe-channel.ts";

/** The file of a gateway, with its secret beside it; both are removed after the test. */
function gatewayFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "barometer-sms-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "secret"), "s3cret\n");
  writeFileSync(join(folder, "gateway.yaml"), text);
  return join(folder, "gateway.yaml");
}

const channelOf = (text: string) => {
  const [channel] = openChannels({ mail: null, smsFile: gatewayFile(text) }, fetch);
  if (channel === undefined) throw new Error("no channel was opened");
  return channel;
};

interface Taken {
  readonly to: string;
  readonly text: string;
  readonly reference: string;
}

/** A gateway of text messages in the manner of many: JSON, a key in a header, a status of each message. */
async function serveGateway() {
  const taken: (Taken & { raw: string })[] = [];
  let next: Misfortune | null = null;
  const server = await serveOnLoopback(0, async (request) => {
    const raw = await bodyOf(request);
    const misfortune = next;
    next = null;
    if (request.headers.authorization !== "Bearer s3cret") return { status: 401, body: "{}" };
    if (misfortune === "busy") return { status: 429, headers: { "retry-after": "7" }, body: "{}" };
    const message = JSON.parse(raw) as Taken;
    if (message.to === "+33600000000") {
      return { status: 400, body: JSON.stringify({ error: { code: 21614 } }) };
    }
    taken.push({ ...message, raw });
    if (misfortune === "silent") request.socket.destroy();
    return { status: 202, body: JSON.stringify({ messages: [{ id: `m${taken.length}` }] }) };
  });
  return {
    server,
    taken,
    meets(misfortune: Misfortune) {
      next = misfortune;
    },
    file: `
url: ${server.url}/send
headers: { authorization: "Bearer {secret}" }
body: { to: "{to}", text: "{text}", from: Barometre, reference: "{token}" }
secretFile: secret
sent: { status: [202] }
unreachable: { at: error.code, is: [21211, 21614] }
id: messages.0.id
price: { thousandths: 75, currency: EUR }
perSecond: 50
`,
  };
}

describeChannel("text messages, over HTTP", async () => {
  const { server, taken, meets, file } = await serveGateway();
  let isThere = true;
  return {
    channel: () => channelOf(file),
    to: "+33612345678",
    nowhere: "+33600000000",
    messages: () => taken,
    meets,
    leave: async () => {
      if (isThere) await server.close();
      isThere = false;
    },
  };
});

test("a gateway is told the number, the words and a reference, and waits as long as it asks", async () => {
  const { server, taken, meets, file } = await serveGateway();
  onTestFinished(() => server.close());
  const channel = channelOf(file);
  expect(channel.price).toEqual({ thousandths: 75, currency: "EUR" });
  const letter = aLetter("+33 6 12 34 56 78");
  meets("busy");
  expect(await channel.send(letter)).toMatchObject({ outcome: "later", after: 7 });
  expect(await channel.send(letter)).toEqual({ outcome: "sent", id: "m1" });
  expect(taken[0]).toMatchObject({
    to: "+33612345678",
    text: letter.text,
    reference: letter.token,
  });
});

test("a gateway that takes forms is sent a form, with numbers as it writes them", async () => {
  const bodies: string[] = [];
  const server = await serveOnLoopback(0, async (request) => {
    bodies.push(`${request.headers["content-type"]} ${await bodyOf(request)}`);
    return { status: 200, body: "OK 4711" };
  });
  onTestFinished(() => server.close());
  const channel = channelOf(`
url: ${server.url}/http-api
as: form
numbers: zeros
body: { user: acme, password: "{secret}", dest: "{to}", msg: "{text}" }
secretFile: secret
`);
  const text = "Baromètre & café : 100 %";
  expect(await channel.send(aLetter("+33612345678", { text }))).toEqual({
    outcome: "sent",
    id: null,
  });
  const [type, form = ""] = bodies[0]?.split(" ") ?? [];
  expect(type).toMatch(/^application\/x-www-form-urlencoded/);
  expect(Object.fromEntries(new URLSearchParams(form))).toEqual({
    user: "acme",
    password: "s3cret",
    dest: "0033612345678",
    msg: text,
  });
});

test("a gateway that fails inside may have sent it: nobody knows", async () => {
  const server = await serveOnLoopback(0, () => ({ status: 502, body: "Bad gateway" }));
  onTestFinished(() => server.close());
  const channel = channelOf(`{ url: "${server.url}", body: { to: "{to}" } }`);
  await expect(channel.send(aLetter("+33612345678"))).rejects.toThrow();
});

test.each([
  ["url: http://gateway.example.org/send\nbody: {}", /url: https/],
  ["url: https://gateway.example.org/send", /body/],
  ["url: https://gateway.example.org/send\nbody: {}\ntimes: 3", /times/],
])("a file that does not describe a gateway is refused by name", (text, said) => {
  expect(() => channelOf(text)).toThrow(said);
});
