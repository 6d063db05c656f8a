import { sql } from "kysely";
import { expect } from "vitest";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { ensureConnection } from "#db/intake/connection.ts";
import { copyInto, copyLine } from "#db/intake/copy.ts";
import { withSession } from "#db/intake/session.ts";
import { Findings } from "#jobs/imports/findings.ts";
import { storeRecords } from "#jobs/imports/store-records.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const canary = "Zephyrine dit bonjour";
const sound: readonly [CanonicalRecord, CanonicalRecord, CanonicalRecord] = [
  {
    ...{ type: "group", id: "g1", privacy: "open", purpose: null, name: "Quai" },
    ...{ createdAt: null, archivedAt: null },
  },
  { type: "member", id: "m1", email: null, kind: "person", active: true },
  {
    ...{ type: "activity", verb: "post", id: "p1", member: "m1", group: "g1", isQuestion: false },
    ...{ root: null, target: null, at: "2026-11-03T08:00:00.000Z", withdrawnAt: null },
  },
];
const [group, member, post] = sound;
const total: CanonicalRecord = {
  ...{ type: "count", member: null, group: "g1", day: "2026-11-03" },
  ...{ grain: "day", verb: "post", n: 1, counts: "acts" },
};
const inside = { type: "membership", group: "g1", member: "m1" } as const;

/** Each would end the reading of the whole network, if it reached the database. */
const leftOut: readonly object[] = [
  { ...post, id: `p\u0000${canary}` },
  { ...post, member: `m\u0000${canary}` },
  { ...post, id: "x".repeat(5_000) },
  { ...post, at: canary },
  { ...post, at: "2026-02-31T08:00:00.000Z" },
  { ...member, id: `m\u0000${canary}` },
  { ...total, day: canary },
  { ...total, day: "2026-02-31" },
  { ...total, day: "9999-12-31" },
  { ...total, n: -1 },
  { ...total, n: Number.NaN },
  { type: "alias", formerly: `m\u0000${canary}`, member: "m1" },
  { type: "consent", id: "c1", member: "m1", given: true, at: canary },
];
const mended: readonly object[] = [
  { ...group, id: "g2", name: "Quai\u0000", createdAt: canary, archivedAt: "0000-01-01T00:00:00Z" },
  { ...member, id: "m2", active: false, endedAt: canary },
  { ...inside, joinedAt: "+275760-09-13T00:00:00.000Z" },
  { ...post, id: "p2", withdrawnAt: canary },
];

test("a record the database would not take is left out by itself, without a word of what it says", async ({
  database,
  worker,
}) => {
  const context = contextOf(database, worker, "2026-11-09T02:10:00Z");
  const chat = { key: "chat", network: "mattermost", title: "Chat", supplies: ["post"] };
  const connectionId = await ensureConnection(worker, context.keys.secrets, chat);
  const refusals = new Findings();
  const { added } = await storeRecords(context, {
    ...{ connectionId, source: "chat: night", refusals },
    records: (async function* () {
      yield* [group, member, ...leftOut, ...mended, post] as CanonicalRecord[];
    })(),
  });
  expect(added).toBe(2);
  expect(refusals.total).toBe(leftOut.length);
  expect(JSON.stringify(refusals.list())).not.toContain(canary);
  const { rows } = await sql`
    select withdrawn_at is null as stands from intake.activity order by 1`.execute(worker);
  expect(rows).toEqual([{ stands: false }, { stands: true }]);
  const named = await sql`select distinct name from intake.group_state`.execute(worker);
  expect(named.rows).toEqual([{ name: "Quai" }]);
});

test("a value that got so far all the same is in no error", async ({ database }) => {
  await withSession(database.url("worker"), async (session) => {
    await session.query("create temp table told (at timestamptz)");
    const failed = await copyInto(session, "told", [copyLine([canary])]).catch((error) => error);
    expect(failed).toMatchObject({ code: "22007" });
    expect(`${failed.message} ${JSON.stringify(failed)}`).not.toContain(canary);
  });
});
