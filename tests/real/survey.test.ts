import { existsSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { checkMapping, readMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { importSurvey } from "#jobs/imports/survey.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { releasedOf, type Shown } from "#tests/support/answers-file.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const soldiers = "../shared/data/soldiers/bh1996.csv";
const panel = "../shared/data/company-panel/person_week.csv";
const now = "2026-04-02T08:00:00Z";

for (const path of [soldiers, panel]) {
  if (!existsSync(path)) console.warn(`${path} is not there: its survey is not tried.`);
}

/** The lines of a file without quotation marks, by column. */
function rowsOf(path: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => {
    const fields = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ""]));
  });
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

/** Wilson's interval (1927) of a share of n, at 95 %, written out so that the product is not asked. */
function wilsonOf(p: number, n: number): readonly [low: number, high: number] {
  const square = 1.959963984540054 ** 2;
  const centre = p + square / (2 * n);
  const half = Math.sqrt(square * ((p * (1 - p)) / n + square / (4 * n * n)));
  return [(centre - half) / (1 + square / n), (centre + half) / (1 + square / n)];
}

/** 97.5 % quantiles of Student's t, from a printed table, so that the product is not asked. */
const quantiles: Readonly<Record<string, number>> = {
  14: 2.1448,
  15: 2.1314,
  26: 2.0555,
  98: 1.9845,
  7381: 1.9603,
};

describe.skipIf(!existsSync(soldiers))("7,382 soldiers in 99 companies", () => {
  test("means of scales are shown as means with their interval, company by company", async ({
    database,
    owner,
    worker,
  }) => {
    const context = contextOf(database, worker, now);
    const mapping = readMapping("tests/real/soldiers.yaml", surveyMapping);
    const report = await importSurvey(context, { path: soldiers, mapping });
    expect(report).toMatchObject({ read: 7382, kept: 7382, refused: 0, already: 0 });
    const again = await importSurvey(context, { path: soldiers, mapping });
    expect(again).toMatchObject({ kept: 0, already: 7382 });
    await rollUp.run(context);
    await release.run(context);

    const rows = rowsOf(soldiers);
    const companies = groupBy(rows, ({ GRP }) => `unit:compagnie-${GRP}`);
    companies.set("company", [...rows]);
    expect(companies.size).toBe(100);
    for (const question of mapping.questions) {
      if (question.kind !== "number") throw new Error(`${question.item} is no mean`);
      const { column, item, low, high } = question;
      if (low === undefined || high === undefined) throw new Error(`${item} has no scale`);
      const shown = await releasedOf(owner, "soldiers-1996", `question:${item}`);
      expect(Object.keys(shown)).toHaveLength(100);
      for (const [key, answers] of companies) {
        const values = answers.map((row) => Number(row[column]));
        expectMean(shown[key], values, [low, high], `${item} of ${key}`);
      }
    }
    const { rows: measures } = await sql`
      select distinct form from figures.figure`.execute(owner);
    expect(measures).toEqual([{ form: "mean" }]);
    expect(await releasedOf(owner, "soldiers-1996", "participation")).toEqual({});
  });
});

/** From 20 people on the mean itself; below, the tenth of the scale that it is nearest to. */
function expectMean(
  shown: Shown | undefined,
  values: readonly number[],
  [least, most]: readonly [number, number],
  about: string,
): void {
  if (shown === undefined || shown === "hidden") throw new Error(`${about} is not shown`);
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const t = quantiles[n - 1];
  const half = t === undefined ? null : t * Math.sqrt(spread / n);
  const { interval, within } = shown;
  if (n < 20) {
    expect(shown.n, about).toBe("10-19");
    const tenth = (most - least) / 10;
    const nearest = least + Math.round((mean - least) / tenth) * tenth;
    expect(shown.value, about).toBeCloseTo(nearest, 9);
    expect(within?.[0], about).toBeCloseTo(nearest - tenth / 2, 9);
    expect(within?.[1], about).toBeCloseTo(nearest + tenth / 2, 9);
    // Around all that the mean may be, and in tenths itself.
    if (half === null) throw new Error(`Student's t for ${n} people is not in the table`);
    expect(interval[0], about).toBeCloseTo(tenths(nearest - tenth / 2 - half, Math.floor), 9);
    expect(interval[1], about).toBeCloseTo(tenths(nearest + tenth / 2 + half, Math.ceil), 9);
    return;
  }
  expect(shown.n, about).toBe(n);
  expect(shown.value, about).toBeCloseTo(mean, 9);
  expect(within, about).toBe(null);
  if (half === null) return;
  expect(interval[0], about).toBeCloseTo(mean - half, 3);
  expect(interval[1], about).toBeCloseTo(mean + half, 3);
}

function tenths(value: number, round: (value: number) => number): number {
  return round(value * 10) / 10;
}

describe.skipIf(!existsSync(panel))("300 people in the last week of a panel", () => {
  const people = checkMapping(
    {
      kind: "people",
      only: { column: "MetricDate", equals: "2024-09-29" },
      number: "PersonId",
      unit: { path: ["Organization"] },
      segments: { function: "FunctionType" },
    },
    peopleMapping,
    "company-panel-people",
  );
  const mapping = readMapping("tests/real/company-panel-survey.yaml", surveyMapping);
  const week = existsSync(panel)
    ? rowsOf(panel).filter(({ MetricDate }) => MetricDate === "2024-09-29")
    : [];
  const satisfied = ({ eSat }: Readonly<Record<string, string>>) => Number(eSat) >= 4;

  test("count where the HR file says each was that week", async ({ database, owner, worker }) => {
    const context = contextOf(database, worker, now);
    await importPeople(context, { path: panel, mapping: people, effectiveOn: "2024-09-23" });
    const report = await importSurvey(context, { path: panel, mapping });
    expect(report).toMatchObject({ read: 300, kept: 300, refused: 0, notices: [] });
    await rollUp.run(context);
    await release.run(context);

    const wave = "company-panel-2024-09-29";
    const shown = await releasedOf(owner, wave, "engagement");
    // Everybody answered, and that is said of nobody: none or up to four who did not look the same,
    // and the interval is that of a company of which nobody knows how many were asked.
    const share = week.filter(satisfied).length / 300;
    const around = wilsonOf(share, 300);
    expect(shown.company).toEqual({
      n: 300,
      value: share,
      within: null,
      interval: [expect.closeTo(around[0], 9), expect.closeTo(around[1], 9)],
    });
    expect((await releasedOf(owner, wave, "participation")).company).toEqual({
      n: 300,
      value: 0.99,
      within: [0.98, 1],
      interval: [null, null],
    });
    const { rows } = await sql<{ key: string; invited: number }>`
      select p.names ->> 'fr' as key, sum(c.invited)::integer as invited
      from counts.wave_population p join counts.wave_population_cell pc using (wave_id, population)
      join intake.frame_cell c using (wave_id, cell)
      where p.kind = 'unit' or p.cut = 'function' group by p.key, p.names`.execute(owner);
    const expected = (column: string) =>
      [...groupBy(week, (row) => row[column] ?? "")].map(([key, { length }]) => [key, length]);
    expect(rows.map(({ key, invited }) => [key, invited]).sort()).toEqual(
      [...expected("Organization"), ...expected("FunctionType")].sort(),
    );
  });

  test("without an HR file they are the company, and nobody knows who was asked", async ({
    database,
    owner,
    worker,
  }) => {
    const context = contextOf(database, worker, now);
    const report = await importSurvey(context, { path: panel, mapping });
    expect(report.kept).toBe(300);
    expect(report.notices).toMatchObject([{ field: "PersonId", occurrences: 300 }]);
    await rollUp.run(context);
    await release.run(context);
    const shown = await releasedOf(owner, "company-panel-2024-09-29", "engagement");
    expect(Object.keys(shown)).toEqual(["company"]);
    expect(await releasedOf(owner, "company-panel-2024-09-29", "participation")).toEqual({});
  });
});
