import { sql } from "kysely";
import { expect, onTestFinished } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import type { Db } from "#db/client.server.ts";
import {
  ensureConnection,
  findConnection,
  readCursor,
  readSettingsOf,
} from "#db/intake/connection.ts";
import type { MattermostWorld } from "#fixtures/mattermost-server.ts";
import { serveNetworks } from "#fixtures/server.ts";
import type { Context } from "#jobs/context.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { storeRecords } from "#jobs/imports/store-records.ts";
import { ingest, windowOf } from "#jobs/steps/ingest.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { activityAt, plant, week } from "#tests/support/mattermost-plant.ts";

const NOW = "2026-11-09T02:10:00Z";
const token = "plant-token";

test("a night at the plant keeps what happened there, and a second one nothing more", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  await connect(context, plant);
  const expected = activityAt(plant, week.from.getTime(), week.to.getTime()).length;
  expect(await night(context)).toMatchObject({ read: expected, kept: expected, refused: 0 });
  const { rows } = await sql<{ acts: number; answered: number; comments: number }>`
    select count(*) as acts, count(*) filter (where verb = 2) as comments,
      count(*) filter (where verb = 2 and target_account_id <> 0) as answered from intake.activity`.execute(
    worker,
  );
  expect(rows[0]?.acts).toBe(expected);
  expect(rows[0]?.answered).toBe(rows[0]?.comments);
  expect((await findConnection(worker, "mattermost"))?.coveredTo).toEqual(week.to);

  const again = await night(context);
  expect(again.kept).toBe(0);
  expect(await counts(worker)).toEqual({ accounts: 430, groups: 14, members: members(plant) });
});

test("whoever is no longer in a channel has left it; whoever was always there stays", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const [first, ...others] = plant.channels;
  if (first === undefined) throw new Error("the plant has no channel");
  const smaller = {
    ...plant,
    channels: [{ ...first, members: first.members.slice(0, 100) }, ...others],
  };
  const { url, close } = await serve(plant);
  await connectTo(context, url);
  await night(context);
  await close();
  await connectTo(context, (await serve(smaller)).url);
  await night({ ...context, now: new Date("2026-11-10T02:10:00Z") });
  expect((await counts(worker))?.members).toBe(members(smaller));
});

test("a network that does not answer is said so, and its window is read the next night", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const { url, close } = await serve(plant);
  await connectTo(context, url);
  await close();
  await expect(night(context)).rejects.toThrow(/To do: /);
  const connection = await findConnection(worker, "mattermost");
  expect(connection?.coveredTo).toBeNull();
}, 120_000);

test("a reading that breaks off keeps what it read, and goes on from its last cursor", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, NOW);
  const connectionId = await ensureConnection(worker, context.keys.secrets, {
    key: "chat",
    network: "mattermost",
    title: "Chat",
    supplies: ["post"],
  });
  const reading = { connectionId, source: "chat: night", window: week, refusals: new Findings() };
  await expect(
    storeRecords(context, { ...reading, records: posts({ from: 0, to: 6000, breaksAt: 4500 }) }),
  ).rejects.toThrow("the line is dead");
  expect(await readCursor(worker, connectionId)).toMatchObject({
    cursor: "4000",
    windowTo: week.to,
  });
  expect(await acts(worker)).toBe(4500);
  const stored = await storeRecords(context, {
    ...reading,
    records: posts({ from: 4000, to: 6000 }),
  });
  expect(stored).toMatchObject({ read: 2000, added: 1500 });
  expect(await acts(worker)).toBe(6000);
});

test("a night begins two days before the last one ended, the first one where it was told to", () => {
  const at = { now: new Date(NOW), timeZone: "Europe/Paris" };
  const to = new Date("2026-11-09T02:00:00Z");
  expect(windowOf({ coveredTo: null, beginsOn: "2026-10-01" }, at)).toEqual({
    from: new Date("2026-09-30T22:00:00Z"),
    to,
  });
  expect(windowOf({ coveredTo: null, beginsOn: null }, at)).toEqual({
    from: new Date("2026-10-12T02:00:00Z"),
    to,
  });
  expect(windowOf({ coveredTo: new Date("2026-11-08T02:00:00Z"), beginsOn: null }, at)).toEqual({
    from: new Date("2026-11-06T02:00:00Z"),
    to,
  });
});

test("what a network is read with is encrypted, and another network cannot take its place", async ({
  database,
  worker,
}) => {
  const { keys } = contextOf(database, worker, NOW);
  const chat = { key: "chat", network: "mattermost", title: "Chat", supplies: ["post"] };
  const id = await ensureConnection(worker, keys.secrets, {
    ...chat,
    settings: { token: "s3cret" },
  });
  const rows = await worker.selectFrom("intake.connectionSetting").select("value").execute();
  expect(rows.map(({ value }) => value.toString("latin1")).join()).not.toContain("s3cret");
  expect(await readSettingsOf(worker, keys.secrets, id)).toEqual({ token: "s3cret" });
  await expect(
    ensureConnection(worker, keys.secrets, { ...chat, network: "slack" }),
  ).rejects.toThrow('Connection "chat" is one to mattermost');
});

async function* posts({
  from,
  to,
  breaksAt = Number.POSITIVE_INFINITY,
}: {
  from: number;
  to: number;
  breaksAt?: number;
}): AsyncGenerator<CanonicalRecord> {
  for (let index = from; index < to; index += 1) {
    if (index === breaksAt) throw new Error("the line is dead");
    yield {
      type: "activity",
      id: `p${index}`,
      verb: "post",
      member: `m${index % 7}`,
      group: null,
      root: null,
      target: null,
      isQuestion: false,
      at: new Date(week.from.getTime() + index * 1000).toISOString(),
      withdrawnAt: null,
    };
    if (index % 2000 === 1999) yield { type: "cursor", value: String(index + 1) };
  }
}

async function serve(world: MattermostWorld) {
  const { mattermost } = await serveNetworks({ mattermost: world }, { mattermost: { token } });
  let isOpen = true;
  const close = async () => {
    if (isOpen) await mattermost.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { url: mattermost.url, close };
}

async function connect(context: Context, world: MattermostWorld): Promise<void> {
  await connectTo(context, (await serve(world)).url);
}

async function connectTo({ db, keys }: Context, url: string): Promise<void> {
  await ensureConnection(db, keys.secrets, {
    key: "mattermost",
    network: "mattermost",
    title: "Mattermost",
    supplies: ["post", "comment", "react"],
    settings: { url, token },
  });
}

/** Reads the plant's week. */
async function night(context: Context) {
  const connection = await findConnection(context.db, "mattermost");
  if (connection === null) throw new Error("there is no connection");
  return ingest(context, connection, week);
}

async function counts(db: Db) {
  const { rows } = await sql<{ accounts: number; groups: number; members: number }>`
    select (select count(*) from intake.account) as accounts, (select count(*) from intake."group") as groups,
      (select count(*) from intake.membership where left_at is null) as members`.execute(db);
  return rows[0];
}

async function acts(db: Db): Promise<number> {
  const { rows } = await sql<{
    acts: number;
  }>`select count(*) as acts from intake.activity`.execute(db);
  return rows[0]?.acts ?? 0;
}

/** Memberships of people in channels that are not archived. */
function members({ channels, users }: MattermostWorld): number {
  const bots = new Set(users.filter(({ kind }) => kind === "bot").map(({ id }) => id));
  return channels
    .filter(({ deletedAt }) => deletedAt === undefined)
    .flatMap((channel) => channel.members.filter((id) => !bots.has(id))).length;
}
