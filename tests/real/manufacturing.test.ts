import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import type { Context } from "#jobs/context.ts";
import { exitCodes } from "#jobs/exit-codes.ts";
import { ingestActivityFile } from "#jobs/imports/activity.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { readMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { settingsFor } from "#tests/support/command-settings.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { barometer } from "#tests/support/processes.ts";
import { realFile, realMapping } from "#tests/support/real-files.ts";

const messages = realFile("manufacturing/communication.csv");
const hierarchy = realFile("manufacturing/reportsto.csv");
const NOW = "2026-11-21T10:00:00Z";

const takeHierarchy = (context: Context) =>
  importPeople(context, {
    path: hierarchy.path,
    mapping: readMapping(realMapping("manufacturing-people.yaml"), peopleMapping),
    effectiveOn: "2010-01-01",
  });
const takeMessages = (context: Context) =>
  ingestActivityFile(context, {
    path: messages.path,
    mapping: readMapping(realMapping("manufacturing-activity.yaml"), activityMapping),
    connection: "mail",
  });

describe.skipIf(messages.isAbsent)("the messages of a real manufacturing company", () => {
  test("are kept to the last line, and match the 154 people of its hierarchy", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, NOW);
    const people = await takeHierarchy(context);
    expect(people).toMatchObject({ read: 154, kept: 154, refused: 0 });
    // Line 70 is person 86.
    expect(people.notices).toMatchObject([
      {
        line: 70,
        field: "ReportsToID",
        occurrences: 1,
        reason: expect.stringContaining("themselves"),
      },
    ]);

    const report = await takeMessages(context);
    expect(report).toMatchObject({ read: 82_927, kept: 82_927, refused: 0, already: 0 });
    expect(report.summary).toMatch(/154 accounts belong to somebody, 13 to nobody known/);
    const lines = readFileSync(messages.path, "utf8").trim().split("\n").slice(1);
    expect(await counts(worker)).toEqual({
      acts: lines.length,
      repeated: lines.length - new Set(lines).size,
      toThemselves: lines.filter((line) => /^(\d+);\1;/.test(line)).length,
    });
    expect(await counts(worker)).toEqual({ acts: 82_927, repeated: 313, toThemselves: 51 });

    const before = await fingerprint(worker);
    expect(await takeMessages(context)).toMatchObject({ kept: 82_927, already: 82_927 });
    expect(await fingerprint(worker)).toEqual(before);
  });

  test("are the same after the reading was killed half-way and run again", async ({
    database,
    worker,
  }) => {
    const words = ["ingest", "file", "--connection", "mail", "--json"];
    const command = [
      ...words,
      "--mapping",
      realMapping("manufacturing-activity.yaml"),
      messages.path,
    ];
    const settings = settingsFor(database);
    const first = barometer(command, settings);
    while ((await counts(worker)).acts === 0) await wait(5);
    first.signal("SIGKILL");
    await first.ended;
    const interrupted = (await counts(worker)).acts;
    expect(interrupted).toBeGreaterThan(0);
    expect(interrupted).toBeLessThan(82_927);

    const second = barometer(command, settings);
    expect(await second.ended, second.printed()).toBe(exitCodes.done);
    expect(second.printed()).toContain(`"already": ${interrupted}`);
    expect(await counts(worker)).toEqual({ acts: 82_927, repeated: 313, toThemselves: 51 });
    const states = await worker.selectFrom("intake.import").select("state").orderBy("id").execute();
    expect(states.map(({ state }) => state)).toEqual(["refused", "kept"]);
  });
});

async function counts(db: Db) {
  const { rows } = await sql<{ acts: number; repeated: number; toThemselves: number }>`
    select count(*) as acts, count(*) filter (where account_id = target_account_id) as to_themselves,
      count(*) - count(distinct (occurred_at, account_id, target_account_id)) as repeated
    from intake.activity`.execute(db);
  return rows[0] ?? { acts: 0, repeated: 0, toThemselves: 0 };
}

async function fingerprint(db: Db): Promise<unknown> {
  const { rows } = await sql`
    select md5(string_agg(a::text, ',' order by occurred_at, external_hash, account_id)) as activity,
      (select md5(string_agg(l::text, ',' order by account_id)) from intake.account_link l) as links,
      (select md5(string_agg(c::text, ',' order by id)) from intake.account c) as accounts
    from intake.activity a`.execute(db);
  return rows;
}
