import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { ensureConnection } from "#db/intake/connection.ts";
import { addSecret, retireSecret } from "#db/intake/connection-secrets.ts";
import { readConsent } from "#db/intake/deliveries/consents.ts";
import { takeInboundAnswers } from "#db/intake/deliveries/inbound-answers.ts";
import { awaitedConnections, type Kept, keepMessages } from "#db/intake/deliveries.ts";
import { forgetExpired } from "#db/records/forget.ts";
import { slack } from "#jobs/connectors/slack.ts";
import { whatsapp } from "#jobs/connectors/whatsapp.ts";
import type { Context } from "#jobs/context.ts";
import { drain } from "#jobs/receiver/drain.ts";
import { hearSteps } from "#jobs/steps/hear.ts";
import { contextOf } from "#tests/support/context.ts";
import { type Handles, test as withDatabase } from "#tests/support/database.ts";
import { startReceiving } from "#tests/support/receiving.ts";
import {
  appSecret,
  connectWhatsapp,
  delivery,
  post,
  seconds,
} from "#tests/support/whatsapp-shop.ts";

const NOW = "2026-11-09T02:10:00Z";

/** A connection to WhatsApp, and the web process and the receiver in front of it. */
async function openShop({ database, worker, web }: Pick<Handles, "database" | "worker" | "web">) {
  const context = contextOf(database, worker, NOW);
  const id = await connectWhatsapp(context);
  let now = new Date(NOW);
  const receiving = await startReceiving(context, web, () => now);
  const wait = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds);
  };
  const again = () => startReceiving(context, web, () => now);
  const drained = () => drain(context, { id, key: "whatsapp" });
  return { ...receiving, context, id, wait, again, drained };
}

const test = withDatabase.extend<{ shop: Awaited<ReturnType<typeof openShop>> }>({
  shop: async ({ database, worker, web }: Handles, use) =>
    use(await openShop({ database, worker, web })),
});

const text = (id: string, userId = "FR.1") => ({
  from_user_id: userId,
  id,
  timestamp: seconds("2026-11-08T10:00:00Z"),
  type: "text",
  text: { body: "ne doit jamais sortir" },
});

const read = (id: string, userId = "FR.1", status = "read") => ({
  id,
  status,
  timestamp: seconds("2026-11-08T11:00:00Z"),
  recipient_user_id: userId,
  biz_opaque_callback_data: "post-1",
});

describe("signatures", () => {
  /** Header and body of each network, computed once elsewhere: ours must agree to the letter. */
  const escaped = String.raw`{"text":"\u00e9t\u00e9"}`;
  const meta = [
    [escaped, "sha256=27450c6aca36f6b0d5ff80d32685622922925fc7fb55551c0f58a50614807f8c"],
    ['{"text":"été"}', "sha256=356a419a2774eb3dba6e5793416b190b1109a2e8e8818f7e88d3fd0bcb2af7e8"],
  ] as const;
  const asked = { method: "POST", query: new URLSearchParams() } as const;

  test("Meta signs the bytes on the wire: escaped or not makes another signature", () => {
    for (const [body, value] of meta) {
      for (const [other, own] of meta) {
        const signed = whatsapp.webhook?.isSigned(
          { ...asked, headers: { "x-hub-signature-256": own }, body: Buffer.from(body) },
          "test-app-secret",
        );
        expect(signed).toBe(other === body && own === value);
      }
    }
  });

  test("Slack signs its version, the time and the bytes", () => {
    const body = Buffer.from(
      "token=xyzz0WbapA4vBCDEFsx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
    );
    const headers = {
      "x-slack-signature": "v0=ce6e60d410a73ffee14f9eaba16a1d8b7f3dee5846611fd32327a904f2ce6b05",
      "x-slack-request-timestamp": "1531420618",
    };
    const secret = "8f742231b10e8888abcd99yyyzzz85a5";
    expect(slack.webhook?.isSigned({ ...asked, headers, body }, secret)).toBe(true);
    const later = { ...headers, "x-slack-request-timestamp": "1531420619" };
    expect(slack.webhook?.isSigned({ ...asked, headers: later, body }, secret)).toBe(false);
  });
});

test("what arrives is queued at once, stored later, and nothing is left of it but that it came", async ({
  shop,
}) => {
  const { address, context, drained } = shop;
  const sent = await post(
    address,
    delivery({ messages: [text("wamid.1")], statuses: [read("wamid.2")] }),
  );
  expect(sent.status).toBe(200);
  expect(await sent.text()).toBe("");
  expect(await acts(context)).toEqual([]);

  expect(await drained()).toMatchObject({ messages: 2, added: 2, failed: 0 });
  expect(await acts(context)).toEqual([
    { verb: "message", who: "FR.1", group: null },
    { verb: "view", who: "FR.1", group: "broadcast:106540352242922" },
  ]);
  const { rows } = await sql`select from intake.delivery where records is not null`.execute(
    context.db,
  );
  expect(rows).toEqual([]);
  expect(await drained()).toMatchObject({ messages: 0, added: 0 });
});

test("500 deliveries with repetitions and statuses out of order are each counted once", async ({
  shop,
}) => {
  const { address, context, drained, tally } = shop;
  const people = Array.from({ length: 50 }, (_, index) => `FR.${index}`);
  const bodies = Array.from({ length: 500 }, (_, index) => {
    const user = people[index % 50] ?? "";
    // Every message comes twice, and its statuses backwards: read, delivered, sent.
    const message = Math.floor(index / 2);
    const statuses = ["read", "delivered", "sent"].map((kind) =>
      read(`wamid.s${message}`, user, kind),
    );
    return delivery({ messages: [text(`wamid.m${message}`, user)], statuses });
  });
  for (let from = 0; from < bodies.length; from += 50) {
    const answers = await Promise.all(
      bodies.slice(from, from + 50).map((body) => post(address, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  }
  expect(tally.tell()).toBe("Webhooks: 500 kept (whatsapp), 500 known already (whatsapp)");
  expect(await drained()).toMatchObject({ messages: 500, added: 500, failed: 0 });
  const kinds = (await acts(context)).map(({ verb }) => verb);
  expect(kinds.filter((verb) => verb === "view").length).toBe(250);
  expect(kinds.filter((verb) => verb === "message").length).toBe(250);
});

test("whoever is unknown, and whoever does not sign, are told the same and nothing", async ({
  shop,
}) => {
  const { address, context, tally, lines } = shop;
  await ensureConnection(context.db, context.keys.secrets, {
    ...{ key: "old", network: "whatsapp", title: "Old", supplies: [], settings: { appSecret } },
  });
  await sql`update records.connection set state = 'ended', ended_on = '2026-01-01' where key = 'old'`.execute(
    context.db,
  );
  const body = delivery({ messages: [text("wamid.1")] });
  const answers = [
    await post(address, body, { secret: "another" }),
    await post(address, body, { secret: "" }),
    await post(address, body, { path: "/webhooks/whatsapp/other" }),
    await post(address, body, { path: "/webhooks/whatsapp/old" }),
    await post(address, body, { path: "/webhooks/mattermost" }),
    await post(address, body, { path: "/webhooks/nothing/at-all" }),
    await post(address, "", {}),
    await fetch(`${address}/webhooks/whatsapp`),
    await fetch(`${address}/webhooks/whatsapp`, { method: "POST", body }),
  ];
  // An empty body that is signed is believed, and cannot be read.
  expect(answers.map(({ status }) => status)).toEqual([
    401, 401, 401, 401, 401, 401, 200, 401, 401,
  ]);
  const refused = answers.filter(({ status }) => status === 401);
  expect(new Set(await Promise.all(refused.map((one) => one.text())))).toEqual(
    new Set(["Not accepted.\n"]),
  );
  expect(tally.tell()).toBe("Webhooks: 8 refused, 1 not understood (whatsapp)");
  expect(lines).toEqual([]);
  expect(await acts(context)).toEqual([]);
});

test("the handshake of Meta is answered through the web process, with its own token only", async ({
  shop,
}) => {
  const { address } = shop;
  const ask = (token: string, challenge = "1158201444") =>
    fetch(
      `${address}/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=${challenge}`,
    );
  const answer = await ask("a-token-of-ours");
  expect([answer.status, await answer.text()]).toEqual([200, "1158201444"]);
  expect(answer.headers.get("content-type")).toMatch("text/plain");
  expect((await ask("a-token-of-somebody")).status).toBe(401);
  expect((await ask("a-token-of-ours", "<script>")).status).toBe(401);
});

test("STOP is in force when it is acknowledged, and the last word counts whatever comes first", async ({
  shop,
}) => {
  const { address, context, id, drained } = shop;
  const say = (wamid: string, word: string, at: string) =>
    post(
      address,
      delivery({ messages: [{ ...text(wamid), timestamp: seconds(at), text: { body: word } }] }),
    );
  const consent = () => readConsent(context.db, id, "FR.1");

  expect(await consent()).toBeNull();
  await say("wamid.1", "OUI", "2026-11-08T10:00:00Z");
  expect(await consent()).toBe(true);
  await say("wamid.2", "Arrêt", "2026-11-08T10:05:00Z");
  expect(await consent()).toBe(false);
  await say("wamid.3", "oui", "2026-11-08T10:04:00Z");
  await say("wamid.4", "oui", "2026-11-08T10:05:00Z");
  expect(await consent()).toBe(false);
  await drained();
  expect(await consent()).toBe(false);
  await say("wamid.5", "oui", "2026-11-08T10:06:00Z");
  expect(await consent()).toBe(true);
});

test("answers lie encrypted until the channel that asked takes them, each once", async ({
  shop,
}) => {
  const { address, context, id, drained } = shop;
  const chosen = {
    ...{ ...text("wamid.1"), type: "interactive", context: { id: "wamid.ours" } },
    interactive: { type: "button_reply", button_reply: { id: "trust:4", title: "Oui" } },
  };
  await post(address, delivery({ messages: [chosen] }));
  await drained();
  const { rows } = await sql<{ value: Buffer }>`select value from intake.inbound_answer`.execute(
    context.db,
  );
  expect(rows.map(({ value }) => value.toString("latin1")).join()).not.toMatch(/trust|FR\.1|wamid/);

  const taken: unknown[] = [];
  const from = { connectionId: id, after: 0, most: 50 };
  const take = () =>
    takeInboundAnswers(
      context.db,
      context.keys.secrets,
      from,
      async (answers) => void taken.push(...answers),
    );
  await expect(
    takeInboundAnswers(context.db, context.keys.secrets, from, async () => {
      throw Object.assign(new Error("the database is away"), { code: "08006" });
    }),
  ).rejects.toThrow("the database is away");
  expect(await take()).toMatchObject({ illegible: 0, failed: 0 });
  expect(await take()).toBe(null);
  expect(taken).toEqual([
    {
      ...{ type: "answer", id: "wamid.1", member: "FR.1", asked: "wamid.ours" },
      ...{ options: ["trust:4"], at: "2026-11-08T10:00:00.000Z" },
    },
  ]);
  // A message that is sent again after that is known, and an answer is no message.
  await sql`delete from intake.delivery`.execute(context.db);
  await post(address, delivery({ messages: [chosen] }));
  await drained();
  expect(await take()).toBe(null);
  expect(await acts(context)).toEqual([]);
});

test("what says it was sent more than five minutes ago, or ahead, is refused", async ({ shop }) => {
  const { address, context } = shop;
  await ensureConnection(context.db, context.keys.secrets, {
    ...{ key: "slack", network: "slack", title: "Slack", supplies: ["post"] },
    settings: { signingSecret: "a secret" },
  });
  const send = async (minutes: number) => {
    const body = JSON.stringify({ type: "url_verification", challenge: "abc", token: "x" });
    const at = String(Date.parse(NOW) / 1000 + minutes * 60);
    const signature = createHmac("sha256", "a secret").update(`v0:${at}:${body}`).digest("hex");
    const headers = { "x-slack-signature": `v0=${signature}`, "x-slack-request-timestamp": at };
    const answer = await fetch(`${address}/webhooks/slack`, { method: "POST", headers, body });
    return [answer.status, await answer.text()];
  };
  expect(await send(0)).toEqual([200, "abc"]);
  expect(await send(-4.9)).toEqual([200, "abc"]);
  expect(await send(-5.1)).toEqual([401, "Not accepted.\n"]);
  expect(await send(5.1)).toEqual([401, "Not accepted.\n"]);
});

test("a secret is changed without losing a delivery: both are good in between", async ({
  shop,
}) => {
  const { address, context, id, wait } = shop;
  const { db, keys } = context;
  const send = async (secret: string) => {
    // The receiver looks again after two seconds.
    wait(2_000);
    return (await post(address, delivery({ messages: [text("wamid.1")] }), { secret })).status;
  };
  const next = { connectionId: id, name: "appSecret", text: "the next secret" };
  expect([await send(appSecret), await send(next.text)]).toEqual([200, 401]);
  expect(await addSecret(db, keys.secrets, next)).toBe(true);
  expect([await send(appSecret), await send(next.text)]).toEqual([200, 200]);
  expect(await addSecret(db, keys.secrets, { ...next, text: "a third" })).toBe(false);
  expect(await retireSecret(db, next)).toBe(true);
  expect([await send(appSecret), await send(next.text)]).toEqual([401, 200]);
  expect(await retireSecret(db, next)).toBe(false);
  const { rows } = await sql<{
    value: Buffer;
  }>`select value from intake.connection_setting`.execute(db);
  expect(rows.map(({ value }) => value.toString("latin1")).join()).not.toContain("next secret");
});

test("what is too large is refused, whether it says so or not", async ({ shop }) => {
  const { address, context } = shop;
  const fits = delivery({
    messages: [{ ...text("wamid.1"), text: { body: "x".repeat(2_990_000) } }],
  });
  expect((await post(address, fits)).status).toBe(200);
  const large = delivery({
    messages: [{ ...text("wamid.2"), text: { body: "x".repeat(3_200_000) } }],
  });
  expect((await post(address, large)).status).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.from(large));
      controller.close();
    },
  });
  const silent = await fetch(`${address}/webhooks/whatsapp`, {
    ...{ method: "POST", body: stream, duplex: "half" },
  } as RequestInit).catch((error: unknown) => error);
  // The line may be cut before the answer is read; it is never a success.
  if (silent instanceof Response) expect(silent.status).toBe(413);
  const { rows } = await sql`select from intake.delivery`.execute(context.db);
  expect(rows.length).toBe(1);
});

test("a receiver that ends in the middle loses nothing that was acknowledged", async ({ shop }) => {
  const { address, context, stopReceiver, again, drained } = shop;
  const bodies = Array.from({ length: 60 }, (_, index) =>
    delivery({ messages: [text(`wamid.${index}`)] }),
  );
  const sending = bodies.map((body) => post(address, body).then(({ status }) => status));
  await sending[0];
  await stopReceiver();
  const statuses = await Promise.all(sending);
  const acknowledged = statuses.filter((status) => status === 200).length;
  expect(statuses.filter((status) => ![200, 502, 503].includes(status))).toEqual([]);
  const gone = await post(address, bodies[0] ?? "");
  expect([gone.status, gone.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(await gone.text()).toBe("What receives this is not running. Try again later.\n");
  expect((await fetch(`${address}/health`)).status).toBe(200);
  expect((await drained()).messages).toBeGreaterThanOrEqual(acknowledged);

  // The network sends everything again, to the next receiver.
  const next = await again();
  for (const body of bodies) expect((await post(next.address, body)).status).toBe(200);
  await drained();
  expect((await acts(context)).length).toBe(60);
});

test("nothing is acknowledged while the database is away", async ({
  database,
  worker,
  web,
  owner,
}) => {
  const context = contextOf(database, worker, NOW);
  await connectWhatsapp(context);
  const { address, lines } = await startReceiving(context, web, () => new Date(NOW));
  const body = delivery({ messages: [text("wamid.1")] });
  await sql`alter table intake.delivery rename to delivery_away`.execute(owner);
  const answer = await post(address, body);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(lines).toEqual(["Webhooks: a delivery could not be kept (42P01); it will be sent again"]);
  await sql`alter table intake.delivery_away rename to delivery`.execute(owner);
  expect((await post(address, body)).status).toBe(200);
});

test("storing that was cut off before the end, and begun again, comes to the same", async ({
  shop,
  owner,
}) => {
  const { address, context, drained } = shop;
  await post(address, delivery({ messages: [text("wamid.1"), text("wamid.2", "FR.2")] }));
  await sql`create table kept as select id, records from intake.delivery`.execute(owner);
  expect(await drained()).toMatchObject({ messages: 2, added: 2 });
  const before = await acts(context);
  // As if it had been killed after the records were stored and before they were emptied.
  await sql`update intake.delivery d set records = kept.records from kept where kept.id = d.id`.execute(
    owner,
  );
  expect(await drained()).toMatchObject({ messages: 2, added: 0 });
  const [one, other] = await Promise.all([drained(), drained()]);
  expect([one.added, other.added]).toEqual([0, 0]);
  expect(await acts(context)).toEqual(before);
});

test("a message the database does not take keeps no other waiting, and is given up in the end", async ({
  shop,
}) => {
  const { context, id, drained } = shop;
  const { db, keys, now } = context;
  const message = (name: string, member: string): Kept => {
    const at = "2026-11-08T10:00:00Z";
    const nowhere = { group: null, root: null, target: null, withdrawnAt: null };
    const act = {
      type: "activity",
      id: name,
      verb: "message",
      member,
      isQuestion: false,
      at,
    } as const;
    return { id: name, records: [{ ...act, ...nowhere }] };
  };
  const odd = message("odd", `a${String.fromCharCode(0)}b`);
  const others = Array.from({ length: 7 }, (_, index) => message(`m${index}`, "FR.1"));
  await keepMessages(db, keys.directory, id, [...others.slice(0, 3), odd, ...others.slice(3)], now);
  expect(await drained()).toMatchObject({ messages: 7, added: 7, failed: 1 });
  for (let time = 0; time < 4; time += 1) expect((await drained()).failed).toBe(1);
  expect(await drained()).toMatchObject({ messages: 0, failed: 0 });
  expect(await awaitedConnections(db)).toEqual([]);
});

test("what happens in a group that nobody has spoken of is left to the night, which reads it first", async ({
  shop,
}) => {
  const { context, id, drained } = shop;
  const at = "2026-11-08T10:00:00Z";
  const post = (name: string): Kept => {
    const place = { group: "C1", root: null, target: null, withdrawnAt: null };
    const act = { type: "activity", id: name, verb: "post", member: "U1", at } as const;
    return { id: name, records: [{ ...act, ...place, isQuestion: false }] };
  };
  const dates = { createdAt: null, archivedAt: null };
  const group = {
    type: "group",
    id: "C1",
    privacy: "closed",
    purpose: null,
    name: null,
    ...dates,
  } as const;
  const keep = (...messages: readonly Kept[]) =>
    keepMessages(context.db, context.keys.directory, id, messages, context.now);
  await keep(post("early"));
  expect(await drained()).toMatchObject({ messages: 1, added: 0 });
  await keep({ id: "told", records: [group] }, post("late"));
  expect(await drained()).toMatchObject({ messages: 2, added: 1 });
});

test("what waits for a paused network waits until it is resumed", async ({ shop }) => {
  const { address, context } = shop;
  await sql`update records.connection set state = 'paused'`.execute(context.db);
  expect((await post(address, delivery({ messages: [text("wamid.1")] }))).status).toBe(200);
  expect(await hearSteps(context)).toEqual([]);
  await sql`update records.connection set state = 'active'`.execute(context.db);
  const [step] = await hearSteps(context);
  const report = await step?.run(context);
  expect(report).toMatchObject({ read: 1, kept: 1, refused: 0, message: "1 messages, 1 new acts" });
  const { rows } = await sql<{ to: Date }>`select covered_to as to from records.connection`.execute(
    context.db,
  );
  expect(rows[0]?.to).toEqual(new Date("2026-11-09T02:00:00Z"));
});

test("what could not be read is told by the night, in our words", async ({ shop }) => {
  const { address, context } = shop;
  await post(address, "ne doit jamais sortir");
  await post(address, delivery({ messages: [{ ...text("wamid.1"), type: "hologram" }] }));
  const [step] = await hearSteps(context);
  expect((await step?.run(context))?.refusals).toEqual([
    {
      where: "a delivery",
      reason: "it cannot be read; the network may have changed what it sends",
      occurrences: 1,
    },
    {
      where: "a message of type hologram",
      reason: "this version does not know what it is",
      occurrences: 1,
    },
  ]);
});

test("a repetition is known for two weeks, then the message is forgotten", async ({ shop }) => {
  const { address, context, drained } = shop;
  await post(address, delivery({ messages: [text("wamid.1")] }));
  await drained();
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from intake.delivery`.execute(context.db))
      .rows[0]?.n;
  await forgetExpired(context.db, new Date("2026-11-22T02:00:00Z"));
  expect(await count()).toBe(1);
  await forgetExpired(context.db, new Date("2026-11-23T03:00:00Z"));
  expect(await count()).toBe(0);
});

interface Act {
  readonly verb: string;
  readonly who: string;
  readonly group: string | null;
}

async function acts({ db }: Context): Promise<readonly Act[]> {
  const { rows } = await sql<Act>`
    select (array['post', 'comment', 'react', 'view', 'message'])[a.verb] as verb, w.external_id as who,
      g.external_id as group
    from intake.activity a join intake.account w on w.id = a.account_id
    left join intake."group" g on g.id = a.group_id
    order by 2, 1, 3`.execute(db);
  return rows;
}
