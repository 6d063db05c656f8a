import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { addDays, mondayOf } from "#app/model/period.ts";
import type { Db } from "#db/client.server.ts";
import { ingestActivityFile } from "#jobs/imports/activity.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { readMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { runNight } from "#jobs/nightly.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { realFile, realMapping } from "#tests/support/real-files.ts";

const messages = realFile("manufacturing/communication.csv");
const hierarchy = realFile("manufacturing/reportsto.csv");

interface Expected {
  /** Employees who wrote to anybody that week. */
  readonly active: number;
  readonly sent: number;
  /** Written to a colleague other than oneself; and of those, to one of another team. */
  readonly known: number;
  readonly across: number;
}

/** What a loop over the two files finds, week by week, without any database. */
function countByHand(): ReadonlyMap<string, Expected> {
  const rows = (path: string) =>
    readFileSync(path, "utf8")
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(/[;,]/));
  const managers = new Map(rows(hierarchy.path).map(([id = "", boss = ""]) => [id, boss]));
  // A team is the people who report to the same manager; whoever reports to nobody, or to
  // themselves, is in the team at the top, with those who report to them.
  const teamOf = (id: string | undefined) => managers.get(id ?? "");
  const weeks = new Map<
    string,
    { writers: Set<string>; sent: number; known: number; across: number }
  >();
  for (const [from = "", to, at = ""] of rows(messages.path)) {
    if (!managers.has(from)) continue;
    const monday = mondayOf(at.slice(0, 10));
    const week = weeks.get(monday) ?? { writers: new Set(), sent: 0, known: 0, across: 0 };
    weeks.set(monday, week);
    week.writers.add(from);
    week.sent += 1;
    if (to !== from && teamOf(to) !== undefined) {
      week.known += 1;
      if (teamOf(to) !== teamOf(from)) week.across += 1;
    }
  }
  return new Map(
    [...weeks].map(([monday, { writers, ...rest }]) => [monday, { active: writers.size, ...rest }]),
  );
}

async function released(owner: Db) {
  const { rows } = await sql<{ week: string; measure: string; n: number; value: number }>`
    select r.week, f.measure, f.n, f.value
    from figures.figure f join figures.population p using (release_id, population)
    join figures.release r on r.id = f.release_id
    where p.key = 'company' order by r.week, f.measure`.execute(owner);
  return rows;
}

describe.skipIf(messages.isAbsent)("the figures of a real manufacturing company", () => {
  test("agree, week by week, with a loop over its files", async ({ database, owner, worker }) => {
    const context = {
      ...contextOf(database, worker, "2010-11-01T02:00:00Z"),
      timeZone: "Europe/Warsaw",
    };
    await importPeople(context, {
      path: hierarchy.path,
      mapping: readMapping(realMapping("manufacturing-people.yaml"), peopleMapping),
      effectiveOn: "2010-01-01",
    });
    await ingestActivityFile(context, {
      path: messages.path,
      mapping: readMapping(realMapping("manufacturing-activity.yaml"), activityMapping),
      connection: "mail",
    });
    const night = await runNight(context, { clock: () => context.now });
    expect(night?.failures).toBe(0);

    const byHand = countByHand();
    const figures = await released(owner);
    const weeks = [...new Set(figures.map(({ week }) => week))];
    expect(weeks).toHaveLength(39);
    for (const week of weeks) {
      const expected = byHand.get(week) ?? { active: 0, sent: 0, known: 0, across: 0 };
      const of = (measure: string) =>
        figures.find((figure) => figure.week === week && figure.measure === measure);
      if (expected.active < 5) {
        expect([week, of("active")?.value, of("messages")?.value]).toEqual([week, null, null]);
        continue;
      }
      expect([week, of("active")?.value], "people active").toEqual([week, expected.active / 154]);
      expect([week, of("messages")?.value], "messages").toEqual([week, expected.sent]);
      expect(of("messages-across")?.value, `across teams in ${week}`).toBeCloseTo(
        expected.across / expected.known,
        10,
      );
    }
    // Nothing supplied who takes part in groups, so nothing is said of adoption.
    expect(figures.filter(({ measure }) => measure === "adoption")).toEqual([]);
    expect(byHand.has(addDays(weeks[0] ?? "", 7))).toBe(true);
  });
});
