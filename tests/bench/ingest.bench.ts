import { performance } from "node:perf_hooks";
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

const ROWS = 200_000;
const ROUNDS = 3;
const start = Date.UTC(2026, 2, 2);

/** Posts of 5,000 people over four weeks, a second or so apart. */
async function* acts(round: number): AsyncGenerator<CanonicalRecord> {
  for (let row = 0; row < ROWS; row += 1) {
    yield {
      type: "activity",
      id: `${round}-${row}`,
      verb: "post",
      member: `member-${(row * 7919) % 5000}`,
      group: null,
      root: null,
      target: null,
      isQuestion: false,
      at: new Date(start + row * 12_000).toISOString(),
      withdrawnAt: null,
    };
  }
}

async function* lines(): AsyncGenerator<string> {
  for await (const act of acts(0)) {
    if (act.type !== "activity") continue;
    yield copyLine([act.at, 1n, 1, 1, 1, 0]);
  }
}

test("storing activity, beside a bare COPY of the same rows", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, "2026-11-21T02:00:00Z");
  const connectionId = await ensureConnection(worker, context.keys.secrets, {
    key: "bench",
    network: "bench",
    title: "Bench",
    supplies: ["post"],
    fedBy: "files",
    settings: {},
  });
  await sql`
    create unlogged table intake.bare (occurred_at timestamptz, external_hash bigint,
      account_id integer, connection_id smallint, verb smallint, group_id integer)`.execute(owner);

  const ratios: number[] = [];
  const rates = { store: [] as number[], copy: [] as number[] };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const stored = await timed(async () => {
      const { added } = await storeRecords(context, {
        connectionId,
        source: "bench",
        records: acts(round),
        refusals: new Findings(),
      });
      expect(added).toBe(ROWS);
    });
    const copied = await timed(() =>
      withSession(database.url("owner"), async (session) => {
        const target =
          "intake.bare (occurred_at, external_hash, account_id, connection_id, verb, group_id)";
        expect(await copyInto(session, target, lines())).toBe(ROWS);
      }),
    );
    rates.store.push(ROWS / stored);
    rates.copy.push(ROWS / copied);
    ratios.push(copied / stored);
  }
  const again = await storeRecords(context, {
    connectionId,
    source: "bench",
    records: acts(1),
    refusals: new Findings(),
  });
  expect(again.added).toBe(0);
  console.log(
    `store ${thousands(rates.store)} rows/s · bare COPY ${thousands(rates.copy)} rows/s · ` +
      `ratio ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(", ")})`,
  );
});

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const thousands = (rates: readonly number[]) => `${Math.round(median(rates) / 1000)}k`;
