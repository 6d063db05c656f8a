import { sql } from "kysely";
import { expect } from "vitest";
import type { Population } from "#app/model/population.ts";
import type { Db } from "#db/client.server.ts";
import { currentPolicy, raiseThreshold } from "#db/records/policies.ts";
import { readReleasedWeeks } from "#db/records/releases.ts";
import { openRelease, repeatFigures } from "#db/records/write-release.ts";
import { countWeek } from "#db/rollups/count-week.ts";
import { countLateChanges, keepAsReleased, rememberWeek } from "#db/rollups/late-week.ts";
import { correctWeeks } from "#jobs/correct-weeks.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { act, makeNetwork, numbers } from "#tests/support/acting.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";

const weeks = ["2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"];
const last = "2026-03-23";

/** Two sites of one company and four released weeks, each remembered as it was counted. */
async function makeReleased(database: TestDatabase, owner: Db, worker: Db) {
  await makeCompany(owner, {
    lyon: { people: 40 },
    nice: { people: 30, site: "nice" },
    quai: { people: 12, within: "nice", site: "nice" },
  });
  await makeNetwork(owner, 82, "2026-03-30T00:00:00+02");
  for (const day of ["03", "10", "17", "24"]) {
    await act(owner, "post", numbers(1, 20), `2026-03-${day}T09:00:00Z`);
    await act(owner, "post", numbers(41, 52), `2026-03-${day}T09:30:00Z`);
  }
  const context = contextOf(database, worker, "2026-04-01T02:00:00Z");
  await rollUp.run(context);
  await remember(worker);
  await release.run(context);
  return context;
}

/** As the night does once it has counted a week. */
async function remember(worker: Db): Promise<void> {
  for (const week of weeks) {
    await worker.transaction().execute(async (trx) => {
      const days = { until: next(week, 7), lastDay: next(week, 6), timeZone: "Europe/Paris" };
      await countWeek(trx, { week, ...days });
      await rememberWeek(trx, week);
    });
  }
}

const next = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** The weeks that were offered for a correction. */
async function offered(context: ReturnType<typeof contextOf>): Promise<readonly string[]> {
  const seen: string[] = [];
  await correctWeeks(context, async (_, { week }) => void seen.push(week));
  return seen;
}

test("late activity of five people of one team is offered as a correction, that of four is not", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  await act(owner, "post", numbers(21, 24), "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([]);
  await act(owner, "post", [25], "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([last]);
});

test("five people of whom one is in another team, or under it, are not", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  await act(owner, "post", [...numbers(21, 25), 60], "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([]);
  await act(owner, "post", numbers(61, 64), "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([last]);
  // Five of the team above and one of the team below: their difference is that one.
  await act(owner, "post", [75], "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([]);
});

test("who was active already changes nothing, however much more they did", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  await act(owner, "comment", numbers(1, 20), "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([]);
});

test("where somebody's place has changed, or nothing was remembered, nothing is corrected", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  await act(owner, "post", numbers(21, 30), "2026-03-25T09:00:00Z");
  await sql`update intake.person_unit set unit_id = (select id from intake.unit where key = 'nice') where person_id = 3`.execute(
    owner,
  );
  expect(await offered(context)).toEqual([]);
  await sql`delete from counts.week_digest`.execute(owner);
  expect(await offered(context)).toEqual([]);
});

test("a week that is not corrected is left counted as it was released, and asked again for eight weeks", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  const counted = async () =>
    JSON.stringify(
      (
        await sql`select * from counts.week_measure order by week, measure, population`.execute(
          owner,
        )
      ).rows,
    );
  const before = await counted();
  await act(owner, "post", numbers(21, 23), "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([]);
  expect(await counted()).toBe(before);
  await act(owner, "post", numbers(24, 30), "2026-03-25T09:00:00Z");
  const late = (now: string) => offered({ ...context, now: new Date(now) });
  expect(await late("2026-05-20T02:00:00Z")).toEqual([last]);
  expect(await late("2026-06-20T02:00:00Z")).toEqual([]);
});

test("a raise of the members asks more of a correction", async ({ database, owner, worker }) => {
  const context = await makeReleased(database, owner, worker);
  await act(owner, "post", numbers(21, 27), "2026-03-25T09:00:00Z");
  await raiseThreshold(owner, "test", { threshold: "members", to: 8, at: context.now });
  expect(await offered(context)).toEqual([]);
  await act(owner, "post", [28], "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([last]);
});

test("five who are active at last, of whom one alone is new in the four weeks, are not", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  await act(owner, "message", numbers(21, 30), "2026-03-25T09:00:00Z");
  expect(await offered(context)).toEqual([last]);
  await act(owner, "post", [30], "2026-03-25T10:00:00Z");
  expect(await offered(context)).toEqual([]);
});

test("the people counted otherwise are counted once in each reading", async ({
  database,
  owner,
  worker,
}) => {
  await makeReleased(database, owner, worker);
  await act(owner, "post", numbers(21, 26), "2026-03-25T09:00:00Z");
  await act(owner, "message", numbers(25, 28), "2026-03-26T09:00:00Z");
  const changes = await worker.transaction().execute(async (trx) => {
    await keepAsReleased(trx, last);
    const days = { until: next(last, 7), lastDay: next(last, 6), timeZone: "Europe/Paris" };
    await countWeek(trx, { week: last, ...days });
    return countLateChanges(trx, last);
  });
  expect(changes).toMatchObject({ samePeople: true, people: 8 });
});

test("a correction is a release of its own: the first one stays, and how often people wrote is repeated", async ({
  database,
  owner,
  worker,
}) => {
  const context = await makeReleased(database, owner, worker);
  const rows = async (releases: string) =>
    JSON.stringify(
      (
        await sql`select p.key, f.measure, f.hidden, f.n, f.value from figures.figure f
          join figures.population p using (release_id, population)
          where f.release_id in (${sql.raw(releases)}) order by 1, 2`.execute(owner)
      ).rows,
    );
  const first = `select min(id) from figures.release where week = '${last}'`;
  const before = await rows(first);
  const others = JSON.parse(before)
    .map(({ measure }: { measure: string }) => measure)
    .filter((measure: string) => measure !== "active");
  await act(owner, "message", numbers(21, 30), "2026-03-25T09:00:00Z", 5);
  const corrected = await correctWeeks(context, async (trx, { week, supersedes }) => {
    const populations = new Map(
      (
        await sql<Population & { population: number }>`
          select population, kind, key, parent_key, cut, names, path from counts.week_population
          where week = ${week}::date`.execute(trx)
      ).rows.map(({ population, ...rest }) => [population, rest]),
    );
    const { version } = await currentPolicy(trx);
    const release = await openRelease(trx, {
      subject: { week },
      policyVersion: version,
      without: [],
      releasedAt: context.now,
      timeZone: context.timeZone,
      supersedes,
      populations,
    });
    await repeatFigures(trx, release, {
      supersedes,
      except: others,
    });
  });
  expect(corrected).toBe(1);
  expect(await rows(first)).toBe(before);
  const [second] = await readReleasedWeeks(worker);
  expect(second?.week).toBe(last);
  const repeated = JSON.parse(
    await rows(`select max(id) from figures.release where week = '${last}'`),
  );
  expect(repeated).toEqual(
    JSON.parse(before).filter(({ measure }: { measure: string }) => measure === "active"),
  );
  expect(await offered(context)).toEqual([]);
});
