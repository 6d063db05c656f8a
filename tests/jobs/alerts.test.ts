import { sql } from "kysely";
import { expect } from "vitest";
import { addDays } from "#app/model/period.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { readAlerts as readShown } from "#app/services/alerts.server.ts";
import type { Db } from "#db/client.server.ts";
import { readAlerts } from "#db/records/alerts.ts";
import { beginNight, beginStep, endNight, endStep } from "#db/records/nights.ts";
import { alert } from "#jobs/steps/alert.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";

const company = population("company", "Halles");
const north = population("unit:north", "Nord", { under: company });
const quay = population("unit:quay", "Quai", { under: north });
const dock = population("unit:dock", "Dock", { under: north });

const administrator: Viewer = {
  ...{ id: 1, name: "Ada", email: "ada@example.org", language: "en" },
  roles: ["administrator"],
  scopes: [],
};

/** Ups and downs of an ordinary week, in people of two hundred. */
const ups = [0, 6, -4, 3, -7, 5, -2, 4, -5, 1];

/** So many released weeks, the last one on `last`; what was active is told by `of`. */
async function weeks(
  owner: Db,
  many: number,
  last: string,
  of: (key: string, week: number) => { n?: number; value?: number; within?: [number, number] },
) {
  for (let week = 1; week <= many; week += 1) {
    const monday = addDays(last, -7 * (many - week));
    await makeRelease(owner, {
      week: monday,
      releasedAt: `${addDays(monday, 8)}T02:00:00Z`,
      populations: [company, north, quay, dock],
      figures: [company, north, quay, dock].map(({ key }) => ({
        population: key,
        measure: "active",
        ...of(key, week),
      })),
    });
  }
}

const steady = (week: number, usual = 80) => ({
  n: 200,
  value: (usual + (ups[week % ups.length] ?? 0)) / 200,
});

/** Runs the step as the night of a day would; what is noted afterwards. */
async function nightOf(database: TestDatabase, worker: Db, day: string) {
  await alert.run(contextOf(database, worker, `${day}T02:00:00Z`));
  const noted = await readAlerts(worker, { raisedFrom: "2020-01-01" });
  return noted.map(({ kind, subject, raisedOn, endedOn }) => [kind, subject, raisedOn, endedOn]);
}

test("a hall where half as many are active as usual is told once, and not again within the month", async ({
  database,
  owner,
  worker,
}) => {
  // From October to June: May has too many holidays to say what is usual.
  const fallen = (key: string, week: number) =>
    steady(week, key === "unit:quay" && week > 36 ? 40 : 80);
  await weeks(owner, 38, "2026-06-15", fallen);
  const raised = [["adoption", "unit:quay", "2026-06-23", null]];
  expect(await nightOf(database, worker, "2026-06-23")).toEqual(raised);
  expect(await nightOf(database, worker, "2026-06-24")).toEqual(raised);
});

test("steady weeks, a holiday week and figures that are only ranges raise nothing", async ({
  database,
  owner,
  worker,
}) => {
  await weeks(owner, 38, "2026-06-15", (key, week) =>
    key === "unit:dock"
      ? { n: 30, within: week > 36 ? [0, 0.2] : [0.4, 0.6] }
      : steady(week, key === "unit:quay" && week === 33 ? 20 : 80),
  );
  expect(await nightOf(database, worker, "2026-06-23")).toEqual([]);
});

test("a fall that lasts is told again after a month, and has ended when a week is as usual", async ({
  database,
  owner,
  worker,
}) => {
  await weeks(owner, 36, "2026-06-15", (key, week) =>
    steady(week, key === "unit:quay" && week > 34 ? 40 : 80),
  );
  await nightOf(database, worker, "2026-06-23");
  expect(await nightOf(database, worker, "2026-07-25")).toEqual([
    ["adoption", "unit:quay", "2026-07-25", null],
    ["adoption", "unit:quay", "2026-06-23", "2026-07-25"],
  ]);
  // In August nothing can be said.
  await weeks(owner, 1, "2026-08-10", () => steady(1));
  const [again] = await nightOf(database, worker, "2026-08-18");
  expect(again).toEqual(["adoption", "unit:quay", "2026-07-25", null]);
  await weeks(owner, 1, "2026-09-07", () => steady(2, 84));
  const [ended] = await nightOf(database, worker, "2026-09-15");
  expect(ended).toEqual(["adoption", "unit:quay", "2026-07-25", "2026-09-15"]);
});

test("a unit or a site that lags while a wave is open is told, from the ranges that are released of it", async ({
  database,
  owner,
  worker,
}) => {
  await makeWave(owner, { key: "spring", name: "Printemps", closedAt: "2026-03-17T18:00:00Z" });
  await sql`update records.wave set state = 'open', origin = 'asked', opened_at = '2026-03-02T08:00:00Z',
    closes_at = '2026-03-17T18:00:00Z' where key = 'spring'`.execute(owner);
  const range = async (key: string, least: number, most: number) =>
    owner
      .insertInto("figures.progress")
      .values({
        waveId: 1,
        day: "2026-03-08",
        key,
        parentKey: key === "company" ? null : "company",
        names: JSON.stringify({ fr: key, en: key }),
        path: key === "company" ? ["company"] : ["company", key],
        least,
        most,
      })
      .execute();
  await range("company", 0.4, 0.45);
  await range("unit:north", 0.1, 0.15);
  await range("unit:south", 0.3, 0.4);
  await range("site:quay", 0.1, 0.2);
  expect(await nightOf(database, worker, "2026-03-05")).toEqual([]);
  const raised = ["site:quay", "unit:north"].map((key) => ["participation", key, "2026-03-08"]);
  const until = (day: string | null) => raised.map((one) => [...one, day]);
  expect(await nightOf(database, worker, "2026-03-08")).toEqual(until(null));
  await owner.updateTable("records.wave").set({ state: "closed" }).execute();
  expect(await nightOf(database, worker, "2026-03-18")).toEqual(until("2026-03-18"));
});

test("a network that answers and has nothing to tell for three working days is told", async ({
  database,
  owner,
  worker,
}) => {
  await sql`
    insert into records.connection (key, network, title, supplies, covered_to)
    values ('chat', 'mattermost', 'Chat', '{post}', '2026-04-08T00:00:00+02')`.execute(owner);
  await sql`insert into intake.account (connection_id, external_id) values (1, 'a')`.execute(owner);
  await sql`insert into intake.site (key, name, country) values ('lyon', 'Lyon', 'FR')`.execute(
    owner,
  );
  await sql`select intake.add_activity_months('2026-02-01', '2026-05-01')`.execute(owner);
  await sql`
    insert into intake.activity (occurred_at, external_hash, account_id, connection_id, verb, group_id)
    select d + interval '10 hours', hashtextextended(d::text, i), 1, 1, 1, 1
    from generate_series('2026-03-02'::timestamptz, '2026-04-02'::timestamptz, '1 day') d,
      generate_series(1, 30) i
    where extract(isodow from d) < 6`.execute(owner);
  // Friday the 3rd; the 6th is Easter Monday; Tuesday the 7th: two working days.
  expect(await nightOf(database, worker, "2026-04-08")).toEqual([]);
  await sql`update records.connection set covered_to = '2026-04-09T00:00:00+02'`.execute(owner);
  expect(await nightOf(database, worker, "2026-04-09")).toEqual([
    ["network", "chat", "2026-04-09", null],
  ]);
});

test("a network whose monthly file does not come any more is told, and one that is paused is not", async ({
  database,
  owner,
  worker,
}) => {
  await sql`
    insert into records.connection (key, network, title, supplies, fed_by, state, covered_to)
    values ('tablets', 'file', 'Relais', '{post}', 'files', 'active', '2026-03-01T00:00:00+01'),
      ('old', 'file', 'Kiosque', '{post}', 'files', 'paused', '2025-03-01T00:00:00+01')`.execute(
    owner,
  );
  expect(await nightOf(database, worker, "2026-04-03")).toEqual([]);
  expect(await nightOf(database, worker, "2026-04-04")).toEqual([
    ["network", "tablets", "2026-04-04", null],
  ]);
  const reading = await readShown(administrator, ["network"], {
    ...{ db: worker, language: "en", timeZone: "Europe/Paris" },
    today: "2026-04-04",
  });
  expect(reading?.alerts.map(({ sentence }) => sentence)).toEqual([
    "Relais: no file has come for more than a month; what is known of it ends with 28 February 2026.",
  ]);
});

test("a night that failed by itself is told at once, a server that was down the second time", async ({
  database,
  owner,
  worker,
}) => {
  await sql`
    insert into records.connection (key, network, title, supplies)
    values ('chat', 'mattermost', 'Chat', '{post}')`.execute(owner);
  const night = async (day: string, chat: string | null, counting: "done" | "failed") => {
    const at = new Date(`${day}T02:00:00Z`);
    const nightId = await beginNight(owner, { now: at, only: null });
    const steps = [
      { name: "read chat", connectionId: 1, state: chat === null ? "done" : "failed", chat },
      { name: "roll-up", connectionId: null, state: counting, chat: null },
    ] as const;
    for (const [index, { name, connectionId, state, chat: word }] of steps.entries()) {
      const position = index + 1;
      await beginStep(owner, { nightId, position, name, connectionId, window: null, at });
      await endStep(owner, {
        nightId,
        position,
        state,
        read: 0,
        kept: 0,
        refused: 0,
        refusals: [],
        message: "",
        ...(word === null ? {} : { trouble: { word, status: null } }),
        at,
      });
    }
    await endNight(owner, nightId, 0, at);
    return nightOf(database, worker, day);
  };
  expect(await night("2026-03-02", "unreachable", "failed")).toEqual([
    ["night", "roll-up", "2026-03-02", null],
  ]);
  expect(await night("2026-03-03", "unreachable", "done")).toEqual([
    ["night", "read chat", "2026-03-03", null],
    ["night", "roll-up", "2026-03-02", "2026-03-03"],
  ]);
  expect((await night("2026-03-04", null, "done"))[0]).toEqual([
    "night",
    "read chat",
    "2026-03-03",
    "2026-03-04",
  ]);
});
