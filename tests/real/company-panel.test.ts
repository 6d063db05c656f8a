import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { addDays } from "#app/model/period.ts";
import { ingestActivityFile } from "#jobs/imports/activity.ts";
import { activityMapping } from "#jobs/imports/mapping/activity-mapping.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { readMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { realFile, realMapping } from "#tests/support/real-files.ts";

const panel = realFile("company-panel/person_week.csv");
const NOW = "2026-11-21T10:00:00Z";

interface Line {
  readonly week: string;
  readonly function: string;
  readonly emails: number;
}

describe.skipIf(panel.isAbsent)("300 people who change, over 23 weeks", () => {
  test("a past week is read with that week's function, not the last one", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, NOW);
    const mapping = readMapping(realMapping("company-panel-people.yaml"), peopleMapping);
    const people = await importPeople(context, { path: panel.path, mapping });
    expect(people).toMatchObject({ read: 6900, kept: 6900, refused: 0, refusals: [], notices: [] });
    const totals = readMapping(realMapping("company-panel-activity.yaml"), activityMapping);
    const activity = await ingestActivityFile(context, {
      path: panel.path,
      mapping: totals,
      connection: "mail",
    });
    expect(activity).toMatchObject({ read: 6900, kept: 6900, refused: 0 });
    expect(activity.summary).toMatch(/300 accounts belong to somebody, 0 to nobody known/);

    const { rows } = await sql<{ week: string; option: string; people: number; emails: number }>`
      select c.day as week, o.key as option, count(distinct l.person_id) as people, sum(c.n) as emails
      from intake.activity_count c
      join intake.account_link l on l.account_id = c.account_id and l.retired_by is null and l.valid @> c.day
      join intake.person_segment s on s.person_id = l.person_id and s.retired_by is null and s.valid @> c.day + 6
      join intake.segment g on g.id = s.segment_id and g.key = 'function'
      join intake.segment_option o on o.id = s.option_id
      group by 1, 2 order by 1, 2`.execute(worker);
    const lines = readLines();
    expect(rows).toEqual(countBy(lines, ({ function: name }) => name));
    const last = new Map(lines.slice(-300).map((line) => [line.person, line.function]));
    expect(rows).not.toEqual(countBy(lines, ({ person }) => last.get(person) ?? ""));
    expect(new Set(rows.map(({ week }) => week)).size).toBe(23);

    const again = await importPeople(context, { path: panel.path, mapping });
    expect(again.summary).toMatch(/300 people, nothing new/);
  });
});

function readLines(): readonly (Line & { readonly person: string })[] {
  const [head = "", ...lines] = readFileSync(panel.path, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  const at = (fields: readonly string[], name: string) => fields[names.indexOf(name)] ?? "";
  return lines.map((line) => {
    const fields = line.split(",");
    return {
      person: at(fields, "PersonId"),
      week: addDays(at(fields, "MetricDate"), 1),
      function: at(fields, "FunctionType"),
      emails: Number(at(fields, "Emails_sent")),
    };
  });
}

/** People and e-mails a week and function, counted from the file alone. */
function countBy<One extends Line>(lines: readonly One[], functionOf: (line: One) => string) {
  const cells = new Map<string, { week: string; option: string; people: number; emails: number }>();
  for (const line of lines) {
    const option = functionOf(line).toLowerCase();
    const key = `${line.week} ${option}`;
    const cell = cells.get(key) ?? { week: line.week, option, people: 0, emails: 0 };
    cells.set(key, { ...cell, people: cell.people + 1, emails: cell.emails + line.emails });
  }
  return [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
}
