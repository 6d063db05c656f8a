import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { defineWave } from "#db/records/define-barometer.ts";
import { submitAnswers } from "#db/records/submit-answers.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { openWave } from "#jobs/waves.ts";
import { ask, told } from "#tests/support/asking.ts";
import { contextOf } from "#tests/support/context.ts";
import { people, weekKeys } from "#tests/support/hostile-company.ts";
import { type HostileWorld, openHostileWorld, type Who } from "#tests/support/hostile-world.ts";
import { rowsIn } from "#tests/support/scraped.ts";

let world: HostileWorld;
beforeAll(async () => {
  world = await openHostileWorld();
});
afterAll(() => world.drop());
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

/** Where figures come out, and for whom: what scripts are sent, which no slow moment cuts elsewhere. */
const looks: readonly (readonly [Who, string])[] = [
  ["director", "/_root.data"],
  ["director", "/teams.data?among=unit:north"],
  ["director", "/adoption.data?population=unit:north&weeks=all"],
  ["analyst", "/exports.data"],
  ["analyst", "/exports.csv"],
  ["manager", "/_root.data?population=unit:north"],
  ["smallManager", "/_root.data"],
  ["smallManager", "/comments.data"],
];

async function everything(): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const [who, path] of looks) {
    texts.push(told(await ask(world.site.address + path, { cookie: world.cookie(who) })));
  }
  return texts;
}

async function night(now: string): Promise<void> {
  const context = contextOf(world.database, world.worker, now);
  await rollUp.run(context);
  await release.run(context);
}

test("P6 · while answers come in one by one, nobody sees anything change", async () => {
  const { owner, worker, web, database } = world;
  const names = { fr: "Vague 2026-09", en: "Wave 2026-09" };
  await defineWave(owner, { key: "2026-09", barometer: "pulse", names, mode: "confidential" });
  const opening = contextOf(database, worker, "2026-09-02T08:00:00Z");
  const invitations = await openWave(opening, { wave: "2026-09" });
  const before = await everything();
  for (const { code } of invitations.slice(0, 3)) {
    const answers = { 1: 5, 2: 1, 3: 5, 4: 1, 5: 10 };
    await submitAnswers(web, [{ code, answers }]);
    await night("2026-09-03T02:00:00Z");
    expect(await everything()).toEqual(before);
  }
  const asked = await ask(`${world.site.address}/?wave=2026-09`, {
    cookie: world.cookie("director"),
  });
  expect(asked.status).toBe(404);
});

describe("what was released stays as it was, to the byte", () => {
  test("P7 · when somebody who answered is moved to another team", async () => {
    const before = await everything();
    const moved = people.find(({ team, place }) => team === "south-b" && place === 1);
    await sql`
      update intake.person_unit set unit_id = (select id from intake.unit where key = 'north-b')
      where person_id = ${moved?.id}`.execute(world.owner);
    await sql`insert into counts.touched_week (week) values (${weekKeys[0]}) on conflict do nothing`.execute(
      world.owner,
    );
    await night("2026-07-02T02:00:00Z");
    expect(await everything()).toEqual(before);
  });

  test("P8 · when somebody's answers and activity are erased", async () => {
    const before = await everything();
    const { rows } = await sql<{ id: number }>`
      delete from intake.response where ctid in (select ctid from intake.response limit 4)
      returning 1 as id`.execute(world.owner);
    expect(rows).toHaveLength(4);
    await sql`delete from intake.activity where account_id = 1`.execute(world.owner);
    await night("2026-07-03T02:00:00Z");
    expect(await everything()).toEqual(before);
  });

  test("P18 · however often it is asked for, and in whatever order", async () => {
    const [who, filters] = [
      "analyst",
      ["content=waves", "cut=organisation", "measure=trust"],
    ] as const;
    const orders = [filters, filters.toReversed(), [filters[1], filters[0], filters[2]]];
    const files = new Set<string>();
    for (let times = 0; times < 10; times += 1) {
      for (const order of orders) {
        const address = `${world.site.address}/exports.csv?${order.join("&")}`;
        files.add(told(await ask(address, { cookie: world.cookie(who) })));
      }
    }
    expect(files.size).toBe(1);
    expect(rowsIn([...files][0]?.split("\n\n").slice(1).join("\n\n") ?? "").length).toBeGreaterThan(
      5,
    );
  });
});

/** An address answers as if a parameter were not in it, but for the links that repeat the address. */
async function expectIgnored(who: Who, path: string, parameters: readonly string[]): Promise<void> {
  const plain = await ask(world.site.address + path, { cookie: world.cookie(who) });
  for (const parameter of parameters) {
    const join = path.includes("?") ? "&" : "?";
    const answer = await ask(`${world.site.address}${path}${join}${parameter}`, {
      cookie: world.cookie(who),
    });
    expect([parameter, told(answer)]).toEqual([parameter, told(plain)]);
  }
}

describe("there is no way to ask for", () => {
  const files = ["/exports.csv", "/_root.data", "/teams.data", "/adoption.data"];

  test.for(files)(
    "P9 · those who answered twice, nor P20 · weighted figures, of %s",
    async (path) => {
      await expectIgnored("analyst", path, ["panel=1", "only=panel", "weighted=1", "weights=0"]);
    },
  );

  test.for(files)("P10 · what was answered before or after a moment, of %s", async (path) => {
    const moments = ["since=2026-03-10", "answered_after=2026-03-10T10:00Z", "at=12:00", "page=2"];
    await expectIgnored("analyst", path, [...moments, "sort=created_at", "day=2026-06-01"]);
  });

  test("P10 · any moment finer than the day of a release", async () => {
    const address = `${world.site.address}/exports.csv`;
    const rows = rowsIn((await ask(address, { cookie: world.cookie("analyst") })).body);
    const columns = Object.keys(rows[0]?.cells ?? {});
    expect(columns.filter((name) => /_at$|time|date|day/.test(name))).toEqual(["released_at"]);
    const moments = new Set(rows.map(({ cells }) => cells.released_at));
    for (const moment of moments) expect(moment).toMatch(/^\d{4}-\d{2}-\d{2}(T00:00:00\.000Z)?$/);
  });

  test("P12 · days: activity comes a week at a time, from Monday to Sunday", async () => {
    const address = `${world.site.address}/exports.csv?content=weeks`;
    const rows = rowsIn((await ask(address, { cookie: world.cookie("analyst") })).body);
    const weeks = new Set(rows.map(({ release }) => release));
    expect([...weeks]).toEqual(weekKeys);
    for (const week of weeks) expect(new Date(`${week}T00:00:00Z`).getUTCDay()).toBe(1);
    const few = rows.filter(({ population }) => population === "unit:east-c");
    expect(few.filter(({ hidden }) => !hidden)).toEqual([]);
  });
});

test("P11 · a threshold is raised, and never again lowered, by any form", async () => {
  const send = (threshold: string, to: number) =>
    ask(`${world.site.address}/settings`, {
      method: "POST",
      cookie: world.cookie("administrator"),
      headers: {
        origin: world.site.address,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: String(new URLSearchParams({ threshold, to: String(to) })),
    });
  const inForce = async () => {
    const { rows } = await sql<{ answers: string }>`
      select thresholds ->> 'answers' as answers from records.policy
      where withdrawn_at is null order by version desc limit 1`.execute(world.owner);
    return Number(rows[0]?.answers);
  };
  await send("answers", 3);
  expect(await inForce()).toBe(5);
  await send("answers", 12);
  expect(await inForce()).toBe(12);
  const before = await everything();
  await send("answers", 5);
  expect(await inForce()).toBe(12);
  await night("2026-07-04T02:00:00Z");
  expect(await everything()).toEqual(before);
});
