import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { listSources, saveSource } from "#db/intake/answer-sources.ts";
import { canary } from "#fixtures/recording.ts";
import { formbricksWire } from "#fixtures/surveys/formbricks-server.ts";
import { typeformWire } from "#fixtures/surveys/typeform-server.ts";
import type { WorldResponse } from "#fixtures/surveys/world.ts";
import type { Context } from "#jobs/context.ts";
import { checkMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { readSource } from "#jobs/imports/read-source.ts";
import { tellingTool } from "#jobs/imports/tools/deliveries.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { startReceiving } from "#tests/support/receiving.ts";

const now = "2026-03-31T18:00:00Z";
const survey = "clusgqpml0000135cxet3y8vh";
const webhook = `whsec_${Buffer.from("a secret of thirty-two bytes ....").toString("base64")}`;

function mappingOf(tool: "formbricks" | "typeform"): object {
  return {
    kind: "survey",
    from: { tool, survey },
    barometer: { key: "climate", names: "Climate" },
    wave: { key: "spring", names: "Spring", date: "2026-03-31" },
    questions: [{ column: "heard", item: "heard", kind: "agreement", wordings: "I am heard" }],
  };
}

const response = (id: string, heard: number, finished = true): WorldResponse => ({
  id,
  finished,
  at: "2026-03-31T09:00:00.000Z",
  answers: { heard },
});

/** What Formbricks sends, signed as Standard Webhooks says. */
function formbricks(event: string, one: WorldResponse, sentAt: Date, secret = webhook) {
  const body = JSON.stringify({ webhookId: "clw", event, data: formbricksWire(survey, one) });
  const about = {
    id: `msg_${one.id}_${event}`,
    timestamp: String(Math.floor(sentAt.getTime() / 1000)),
  };
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const signature = createHmac("sha256", key)
    .update(`${about.id}.${about.timestamp}.${body}`)
    .digest("base64");
  return {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "webhook-id": about.id,
      "webhook-timestamp": about.timestamp,
      "webhook-signature": `v1,AAAA v1,${signature}`,
    },
  };
}

/** What Typeform sends. */
function typeform(one: WorldResponse, secret = webhook) {
  const form_response = { form_id: survey, ...typeformWire(one) };
  const body = JSON.stringify({ event_id: "E1", event_type: "form_response", form_response });
  const signature = createHmac("sha256", secret).update(body).digest("base64");
  const headers = {
    "content-type": "application/json",
    "typeform-signature": `sha256=${signature}`,
  };
  return { method: "POST", body, headers };
}

async function declare(context: Context, tool: "formbricks" | "typeform"): Promise<void> {
  const source = { key: "climate", tool, mapping: mappingOf(tool), secrets: { webhook } };
  await saveSource(context.db, context.keys.secrets, source);
}

async function take(context: Context) {
  const [source] = await listSources(context.db);
  if (source === undefined) throw new Error("no source was kept");
  return readSource(context, source);
}

async function answersIn(owner: Db): Promise<readonly number[]> {
  const { rows } = await sql<{ answers: number[] }>`
    select answers from intake.response order by answers`.execute(owner);
  return rows.flatMap(({ answers }) => answers);
}

test("Formbricks tells of responses, finished ones wait sealed, and the night takes each once", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const context = contextOf(database, worker, now);
  await declare(context, "formbricks");
  const { address, tally } = await startReceiving(context, web, () => context.now);
  const door = `${address}/webhooks/surveys/climate`;
  for (const [event, one] of [
    ["responseCreated", response("r1", 2, false)],
    ["responseFinished", response("r1", 4)],
    ["responseFinished", response("r2", 5)],
    ["responseFinished", response("r2", 5)],
  ] as const) {
    expect((await fetch(door, formbricks(event, one, context.now))).status).toBe(200);
  }
  const { rows: waiting } = await sql<{ told: Buffer }>`
    select told from intake.answer_waiting`.execute(owner);
  expect(waiting).toHaveLength(2);
  for (const { told } of waiting) expect(told.toString("latin1")).not.toContain("heard");

  expect((await take(context)).reports).toMatchObject([{ read: 2, kept: 2, refused: 0 }]);
  const { rows: left } = await sql<{ n: number }>`
    select count(*)::integer as n from intake.answer_waiting where told is not null`.execute(owner);
  expect(left).toEqual([{ n: 0 }]);

  // The same response, told again a week later under a signature of that day.
  const later = new Date(context.now.getTime() + 7 * 86_400_000);
  const week = contextOf(database, worker, later.toISOString());
  const again = await startReceiving(week, web, () => later);
  const delivery = formbricks("responseFinished", response("r2", 5), later);
  expect((await fetch(`${again.address}/webhooks/surveys/climate`, delivery)).status).toBe(200);
  expect((await take(week)).reports).toEqual([]);
  expect(await answersIn(owner)).toEqual([4, 5]);
  expect(tally.tell()).toBe("Webhooks: 3 kept (climate)");
});

test("Typeform's responses are taken too, and nothing of who answered is kept on the way", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const context = contextOf(database, worker, now);
  await declare(context, "typeform");
  const { address } = await startReceiving(context, web, () => context.now);
  const door = `${address}/webhooks/surveys/climate`;
  expect(
    (await fetch(door, typeform(response("21085286190ffad1248d17c4135ee56f", 3)))).status,
  ).toBe(200);
  const { reports } = await take(context);
  expect(reports).toMatchObject([{ kept: 1, refused: 0 }]);
  expect(reports[0]?.unread).toEqual({ personal: [], others: [] });
  expect(JSON.stringify(reports)).not.toContain(canary);
  expect(await answersIn(owner)).toEqual([3]);
});

test("whoever does not sign as agreed, in time, for a source there is, is told the same", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const context = contextOf(database, worker, now);
  await declare(context, "formbricks");
  const { address } = await startReceiving(context, web, () => context.now);
  const one = response("r1", 4);
  const old = new Date(context.now.getTime() - 6 * 60_000);
  const other = `whsec_${Buffer.from("another").toString("base64")}`;
  const changed = formbricks("responseFinished", one, context.now);
  for (const [key, sent] of [
    ["climate", formbricks("responseFinished", one, context.now, other)],
    ["climate", formbricks("responseFinished", one, old)],
    ["climate", { ...changed, body: changed.body.replace('"heard":4', '"heard":5') }],
    ["climate", { ...changed, headers: {} }],
    ["climate", typeform(one)],
    ["nowhere", changed],
  ] as const) {
    const answer = await fetch(`${address}/webhooks/surveys/${key}`, sent);
    expect([answer.status, await answer.text()]).toEqual([401, "Not accepted.\n"]);
  }
  expect((await fetch(`${address}/webhooks/surveys/climate`)).status).toBe(401);
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from intake.answer_waiting`.execute(owner);
  expect(rows).toEqual([{ n: 0 }]);
});

test("the signature of Standard Webhooks' own published example is right", () => {
  const mapping = checkMapping(mappingOf("formbricks"), surveyMapping, "x");
  const body = Buffer.from('{"test": 2432232314}');
  const headers = {
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  };
  const delivery = { method: "POST", query: new URLSearchParams(), headers, body } as const;
  const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  expect(tellingTool(mapping)?.isSigned(delivery, secret)).toBe(true);
  expect(tellingTool(mapping)?.isSigned(delivery, `${secret}x`.replace("Mf", "mF"))).toBe(false);
});
