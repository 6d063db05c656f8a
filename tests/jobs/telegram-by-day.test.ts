import { sql } from "kysely";
import type PgBoss from "pg-boss";
import { expect, onTestFinished, vi } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { ensureConnection, findConnection, readCursor } from "#db/intake/connection.ts";
import { oneAtATime } from "#db/one-at-a-time.server.ts";
import { OFTEN, openQueue, prepareQueue } from "#db/queue.server.ts";
import { canary } from "#fixtures/recording.ts";
import { serveTelegram } from "#fixtures/telegram-server.ts";
import type { Context } from "#jobs/context.ts";
import { readOften } from "#jobs/read-often.ts";
import { scheduleOften } from "#jobs/schedule.ts";
import { ingestSteps } from "#jobs/steps/ingest.ts";
import { busyWorld } from "#tests/support/busy-world.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const token = "7700000001:AAE-never_shown";
const minute = 60_000;
const start = Date.parse("2026-11-04T06:00:00Z");
const bots = new Set(busyWorld.members.flatMap(({ id, kind }) => (kind === "bot" ? [id] : [])));

test("read every hour of a day, and by the night too, everything is stored once", async ({
  database,
  worker,
}) => {
  let now = start;
  const lines: string[] = [];
  const context = (): Context => ({
    ...contextOf(database, worker, new Date(now).toISOString()),
    log: (line) => lines.push(line),
  });
  const server = await connect(context(), () => now);
  for (; now < start + 20 * 60 * minute; now += 60 * minute) {
    expect(await readOften(context())).toBe(1);
  }
  const [step] = await ingestSteps(context());
  await step?.run(context());
  now += 30 * minute;
  await readOften(context());
  await server.close();

  const until = Math.floor(now / minute) * minute;
  const happened = toldBetween(start - 24 * 60 * minute, until);
  expect(await actsIn(worker)).toBe(happened.length);
  expect(happened.length).toBeGreaterThan(500);
  expect((await findConnection(worker, "telegram"))?.coveredTo).toEqual(new Date(until));
  expect(lines.join("\n")).not.toContain(canary);
});

test("what was stored is never asked for again, and what was not is never destroyed", async ({
  database,
  worker,
}) => {
  let now = start;
  const context = contextOf(database, worker, new Date(now).toISOString());
  const server = await connect(context, () => now);
  await readOften(context);
  const stored = await cursorOf(context);
  expect(stored.update).toBeGreaterThan(815_000_000);

  // More than a page waits, and the database takes nothing: what is waiting has to stay there.
  now += 14 * 60 * minute;
  const later = contextOf(database, worker, new Date(now).toISOString());
  const owner = openDatabase(database.url("owner"));
  onTestFinished(() => owner.destroy());
  await sql`alter table intake.post rename to post_away`.execute(owner);
  const lines: string[] = [];
  expect(await readOften({ ...later, log: (line) => lines.push(line) })).toBe(0);
  expect(lines.join()).toMatch(/read telegram by day: failed/);
  expect(await cursorOf(context)).toEqual(stored);
  await sql`alter table intake.post_away rename to post`.execute(owner);
  expect(await readOften(later)).toBe(1);
  expect((await cursorOf(context)).update).toBeGreaterThan(stored.update + 100);
  expect(await actsIn(worker)).toBe(toldBetween(start - 24 * 60 * minute, now).length);
  await server.close();
});

test("whoever finds another reading leaves it to the other", async ({ database, worker }) => {
  const context = contextOf(database, worker, new Date(start).toISOString());
  const server = await connect(context, () => start);
  await oneAtATime(context.url, "often", async () => {
    const [step] = await ingestSteps(context);
    expect((await step?.run(context))?.message).toBe("being read by day at this moment");
  });
  expect(server.answered()).toBe(0);
  await server.close();
});

test("a bot that is refused keeps no other waiting, and its token to itself", async ({
  database,
  worker,
}) => {
  const lines: string[] = [];
  const context = {
    ...contextOf(database, worker, new Date(start).toISOString()),
    log: (line: string) => lines.push(line),
  };
  const server = await connect(context, () => start);
  await connect(context, () => start, { key: "autre", token: "1:wrong" });
  expect(await readOften(context)).toBe(1);
  expect(lines.join("\n")).toMatch(/read autre by day: failed: .*HTTP 401, Unauthorized/);
  expect(lines.join("\n")).not.toMatch(/1:wrong|never_shown/);
  await server.close();
});

test("the worker looks every few minutes, and a look that was missed is not made up for", async ({
  database,
}) => {
  await prepareQueue(database.url("owner"));
  const queue = await openWorker(database.url("worker"));
  let looks = 0;
  for (let asked = 0; asked < 5; asked += 1) await queue.send(OFTEN, {});
  await scheduleOften(queue, async () => {
    looks += 1;
  });
  expect(await queue.getSchedules()).toEqual([
    expect.objectContaining({ name: OFTEN, cron: "*/5 * * * *" }),
  ]);
  await vi.waitFor(() => expect(looks).toBe(1), 20_000);
  expect(await queue.getQueueSize(OFTEN)).toBe(0);
});

function toldBetween(from: number, to: number) {
  const verbs = ["post", "comment", "react", "message"];
  return busyWorld.acts.filter(
    ({ verb, member, at }) =>
      verbs.includes(verb) && !bots.has(member) && Date.parse(at) > from && Date.parse(at) < to,
  );
}

async function actsIn(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from intake.activity`.execute(db);
  return Number(rows[0]?.n);
}

async function openWorker(url: string): Promise<PgBoss> {
  const queue = openQueue(url);
  await queue.start();
  onTestFinished(() => queue.stop({ graceful: false }));
  return queue;
}

async function connect(
  { db, keys }: Context,
  now: () => number,
  { key = "telegram", token: given = token } = {},
) {
  const server = await serveTelegram(busyWorld, { token, now });
  await ensureConnection(db, keys.secrets, {
    ...{ key, network: "telegram", title: key, supplies: ["post", "comment", "react", "message"] },
    settings: { token: given, url: server.url },
  });
  return server;
}

async function cursorOf({ db }: Context): Promise<{ readonly update: number }> {
  const connection = await findConnection(db, "telegram");
  const found = connection === null ? null : await readCursor(db, connection.id);
  return JSON.parse(found?.cursor ?? "{}");
}
