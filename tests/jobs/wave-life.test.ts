import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { giveGuesses } from "#db/intake/guesses.ts";
import { readPlannedWave } from "#db/records/plan-wave.ts";
import { lastWishes, readWaveReach, type Wish, wishWave } from "#db/records/wave-wishes.ts";
import { runMinute } from "#jobs/minute.ts";
import { runNight } from "#jobs/nightly.ts";
import type { Way } from "#jobs/waves/dry-run.ts";
import { pulseAsked } from "#jobs/waves/pulse.ts";
import { contextOf } from "#tests/support/context.ts";
import { type TestDatabase, test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";

const ways: readonly Way[] = [
  { name: "email", price: null },
  { name: "sms", price: { thousandths: 60, currency: "EUR" } },
];

/** The minute of the worker at a time; nothing of it fails. */
async function minute(
  database: TestDatabase,
  worker: Db,
  now: string,
  open: readonly Way[] = ways,
): Promise<void> {
  const lines: string[] = [];
  const context = { ...contextOf(database, worker, now), log: (line: string) => lines.push(line) };
  const failures = await runMinute(context, { ways: open });
  expect([failures, lines.filter((line) => / failed|error|column/.test(line))]).toEqual([0, []]);
}

async function wish(steward: Db, what: Wish, details: object = {}, wave = "2026-1") {
  const at = new Date("2026-03-02T07:00:00Z");
  return wishWave(steward, "vera@example.org", { wave, wish: what, details, at });
}

const plan = {
  key: "2026-1",
  barometer: "pulse",
  version: null,
  names: { fr: "Printemps", en: "Spring" },
  mode: "confidential",
  kind: "wave",
  answerRule: "latest",
  opensAt: "2026-03-03T08:00:00Z",
  closesAt: "2026-03-20T17:00:00Z",
  consultationOn: null,
  sample: null,
  reminders: [3, 7],
  hours: { from: "08:00", to: "19:00" },
};

/** A company of two teams where the first twenty have an e-mail address, and the next fifteen a telephone. */
async function makeReachable(owner: Db): Promise<void> {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 26 } });
  await makeWave(owner, { key: "other" });
  await sql`insert into intake.directory (person_id, kind, value)
    select i, case when i <= 20 then 'email' else 'telephone' end, '\\x00' from generate_series(1, 35) i`.execute(
    owner,
  );
}

const stateOf = async (owner: Db, key = "2026-1") =>
  (await sql<{ state: string }>`select state from records.wave where key = ${key}`.execute(owner))
    .rows[0]?.state;

test("a page asks, the worker does: planned, counted, scheduled, opened in its minute, reminded and closed", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeReachable(owner);
  expect(await wish(steward, "plan", plan)).toBe("asked");
  expect(await wish(steward, "plan", plan)).toBe("waiting");
  await minute(database, worker, "2026-03-02T07:01:00Z");
  expect(await stateOf(owner)).toBe("draft");

  await wish(steward, "schedule");
  await minute(database, worker, "2026-03-02T07:02:00Z");
  expect(await stateOf(owner)).toBe("scheduled");
  const { rows } = await sql<{ id: number }>`
    select id from records.wave where key = '2026-1'`.execute(owner);
  const waveId = rows[0]?.id ?? 0;
  expect((await readWaveReach(web, waveId)).planned?.reach).toEqual({
    people: 66,
    rows: [
      { channel: "code", language: null, people: 31, cost: null },
      { channel: "email", language: null, people: 20, cost: null },
      { channel: "sms", language: null, people: 15, cost: { thousandths: 900, currency: "EUR" } },
    ],
    byNone: "nobody",
  });

  await minute(database, worker, "2026-03-03T07:59:00Z");
  expect(await stateOf(owner)).toBe("scheduled");
  // Eight in the morning in universal time is nine in Paris: everybody may be written to at once.
  await minute(database, worker, "2026-03-03T08:00:00Z");
  expect(await stateOf(owner)).toBe("open");
  const letters = () =>
    sql<{ purpose: string; number: number; due: Date; n: number }>`
      select purpose, number, min(due_at) as due, count(*)::integer as n from intake.dispatch
      group by 1, 2 order by 1, 2`.execute(owner);
  expect((await letters()).rows).toEqual([
    { purpose: "invite", number: 1, due: new Date("2026-03-03T08:00:00Z"), n: 66 },
  ]);

  await sql`update intake.invitation set state = 'answered' where person_id <= 12`.execute(owner);
  // The third day is a Friday; at six in the morning the reminder waits for eight.
  await minute(database, worker, "2026-03-06T05:00:00Z");
  await minute(database, worker, "2026-03-06T09:00:00Z");
  expect((await letters()).rows[1]).toEqual({
    purpose: "remind",
    number: 1,
    due: new Date("2026-03-06T07:00:00Z"),
    n: 23,
  });

  await minute(database, worker, "2026-03-20T16:59:00Z");
  expect(await stateOf(owner)).toBe("open");
  await minute(database, worker, "2026-03-20T17:00:00Z");
  expect(await stateOf(owner)).toBe("closed");
  const said = await lastWishes(web, "2026-1");
  expect(said.map(({ wish: asked, outcome }) => [asked, outcome])).toEqual([
    ["schedule", "done"],
    ["plan", "done"],
  ]);
});

test("a wave with a language half written, or nobody to ask, does not open, and says why", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeCompany(owner, { sète: { people: 3 } });
  await makeWave(owner, { key: "2026-1" });
  await sql`update records.question set wordings = '{"fr": "?", "en": " "}' where position = 1`.execute(
    owner,
  );
  await wish(steward, "open");
  await minute(database, worker, "2026-03-02T07:02:00Z");
  expect(await stateOf(owner)).toBe("draft");
  const [last] = await lastWishes(owner, "2026-1");
  expect(last).toMatchObject({ outcome: "refused", said: ["languages", "closing", "people"] });
});

test("once it is open, its questions, its mode and its rules are fixed", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeReachable(owner);
  await wish(steward, "plan", plan);
  await wish(steward, "open");
  await minute(database, worker, "2026-03-02T08:00:00Z");
  expect(await stateOf(owner)).toBe("open");
  for (const change of ["answer_rule = 'first'", "mode = 'anonymous'", "kind = 'pulse'"]) {
    await expect(
      sql`update records.wave set ${sql.raw(change)} where key = '2026-1'`.execute(worker),
    ).rejects.toThrow("are fixed");
  }
});

test("a draft is thrown away and its key planned anew; a wave that is scheduled or open is not", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeReachable(owner);
  const audited = async () =>
    (
      await sql<{ action: string; actor: string }>`
        select action, actor from records.audit_entry where action = 'wave discarded'`.execute(
        owner,
      )
    ).rows;
  await wish(steward, "plan", plan);
  await wish(steward, "schedule");
  await wish(steward, "discard");
  await minute(database, worker, "2026-03-02T07:01:00Z");
  expect(await stateOf(owner)).toBe("scheduled");
  expect((await lastWishes(web, "2026-1"))[0]).toMatchObject({
    outcome: "refused",
    said: ["state"],
  });

  await wish(steward, "withdraw");
  // A letter to try it is sent, and stays sent.
  await makeViewer(owner, { email: "vera@example.org", roles: ["administrator"], scopes: [] });
  await wish(steward, "test", { language: "fr" });
  await wish(steward, "discard");
  await minute(database, worker, "2026-03-02T07:02:00Z");
  expect(await stateOf(owner)).toBe("discarded");
  expect(await readPlannedWave(web, "2026-1")).toBeNull();
  expect(await audited()).toEqual([{ action: "wave discarded", actor: "vera@example.org" }]);
  const { rows } = await sql`select purpose from intake.dispatch`.execute(owner);
  expect(rows).toEqual([{ purpose: "test" }]);

  await wish(steward, "plan", { ...plan, mode: "anonymous", answerRule: "first" });
  await minute(database, worker, "2026-03-02T07:03:00Z");
  expect(await readPlannedWave(web, "2026-1")).toMatchObject({ state: "draft", mode: "anonymous" });
});

test("a sample asks a share of every team, the same people for the same seed, and nobody else", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeCompany(owner, { lyon: { people: 100 }, nice: { people: 60 }, sète: { people: 4 } });
  await makeWave(owner, { key: "other" });
  const sample = { share: 0.25, by: "unit", seed: "spring" };
  await wish(steward, "plan", { ...plan, sample });
  await wish(steward, "open");
  await wish(steward, "plan", { ...plan, key: "2026-2", sample }, "2026-2");
  await wish(steward, "open", {}, "2026-2");
  await minute(database, worker, "2026-03-02T08:00:00Z");
  const { rows } = await sql<{ key: string; people: number[] }>`
    select w.key, array_agg(i.person_id order by i.person_id) as people
    from intake.invitation i join records.wave w on w.id = i.wave_id group by 1 order by 1`.execute(
    owner,
  );
  const [first, second] = rows;
  expect(first?.people).toHaveLength(25 + 15 + 4);
  expect(second?.people).toEqual(first?.people);
  const { rows: frame } = await sql<{ invited: number }>`
    select sum(invited)::integer as invited from intake.frame_cell group by wave_id`.execute(owner);
  expect(frame).toEqual([{ invited: 44 }, { invited: 44 }]);
});

test("a pulse goes out at once, on a Sunday night, to everybody", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeReachable(owner);
  const wordings = { fr: "Êtes-vous en sécurité ?", en: "Are you safe?" };
  const details = { key: "flood", wordings, hours: 6, mode: "confidential", consultationOn: null };
  await wish(steward, "pulse", details, "flood");
  await minute(database, worker, "2026-03-01T23:30:00Z");
  expect(await stateOf(owner, "flood")).toBe("open");
  const { rows: named } = await sql`select names from records.wave where key = 'flood'`.execute(
    owner,
  );
  expect(named).toEqual([{ names: wordings }]);
  const { rows } = await sql<{ due: Date; n: number }>`
    select due_at as due, count(*)::integer as n from intake.dispatch group by 1`.execute(owner);
  expect(rows).toEqual([{ due: new Date("2026-03-01T23:30:00Z"), n: 66 }]);
  await minute(database, worker, "2026-03-02T05:30:00Z");
  expect(await stateOf(owner, "flood")).toBe("closed");
});

test("a pulse that would break a rule is refused, and nothing is left of it", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeCompany(owner, { sète: { people: 3 } });
  const wordings = { fr: "Êtes-vous en sécurité ?", en: "Are you safe?" };
  const details = { key: "flood", wordings, hours: 6, mode: "confidential", consultationOn: null };
  await wish(steward, "pulse", details, "flood");
  await minute(database, worker, "2026-03-02T07:02:00Z");
  expect((await lastWishes(owner, "flood"))[0]).toMatchObject({
    outcome: "refused",
    said: ["people"],
  });
  const { rows } = await sql<{ key: string }>`select key from records.wave
    union all select key from records.barometer`.execute(owner);
  expect(rows).toEqual([]);
});

test("a pulse needs a key that can stand in an address, a question in both languages and an end", () => {
  const good = { key: "flood", hours: 6, mode: "confidential", consultationOn: null };
  const wordings = { fr: "Êtes-vous en sécurité ?", en: "Are you safe?" };
  expect(pulseAsked.safeParse({ ...good, wordings }).success).toBe(true);
  const wrong = [
    { ...good, wordings, key: "Crue n°1" },
    { ...good, wordings: { ...wordings, en: "  " } },
    { ...good, wordings, hours: 169 },
    { ...good, wordings, consultationOn: "yesterday" },
  ];
  for (const one of wrong) expect(pulseAsked.safeParse(one).success).toBe(false);
});

test("a draft is corrected on its page under its own key, and nothing that is open is", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeReachable(owner);
  await wish(steward, "plan", plan);
  await minute(database, worker, "2026-03-01T07:00:00Z");
  const sample = { share: 0.5, by: null, seed: "spring" };
  const corrected = { ...plan, names: { fr: "Mars", en: "March" }, sample, corrects: true };
  await wish(steward, "plan", corrected);
  await minute(database, worker, "2026-03-01T07:01:00Z");
  const names = async () =>
    (
      await sql`select names->>'en' as name, sample is null as whole from records.wave where key = '2026-1'`.execute(
        owner,
      )
    ).rows[0];
  expect(await names()).toEqual({ name: "March", whole: false });
  await wish(steward, "plan", { ...plan, key: "2026-1" });
  await minute(database, worker, "2026-03-01T07:02:00Z");
  expect((await lastWishes(owner, "2026-1"))[0]?.said).toEqual([
    'There is a wave "2026-1" already.',
  ]);
  await wish(steward, "open");
  await minute(database, worker, "2026-03-02T08:00:00Z");
  await wish(steward, "plan", { ...corrected, names: { fr: "Avril", en: "April" } });
  await minute(database, worker, "2026-03-02T08:01:00Z");
  expect(await names()).toEqual({ name: "March", whole: false });
});

test("where no letter can leave, whoever was invited is on paper, as the dry run said", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeReachable(owner);
  await wish(steward, "plan", plan);
  await wish(steward, "open");
  await minute(database, worker, "2026-03-02T08:00:00Z", []);
  const { planned, reached } = await readWaveReach(
    web,
    (await sql<{ id: number }>`select id from records.wave where key = '2026-1'`.execute(owner))
      .rows[0]?.id ?? 0,
  );
  expect(reached?.reach).toEqual(planned?.reach);
  expect(reached?.reach).toMatchObject({
    rows: [{ channel: "code", people: 66 }],
    byNone: "nobody",
  });
});

test("a reminder asked for on a Sunday comes to nobody whose invitation waits for Monday", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeReachable(owner);
  await wish(steward, "plan", { ...plan, opensAt: null });
  await wish(steward, "open");
  await minute(database, worker, "2026-03-01T10:00:00Z");
  await wish(steward, "remind");
  await minute(database, worker, "2026-03-01T10:01:00Z");
  const { rows } = await sql`select purpose, count(*)::integer as n, min(due_at) as due
    from intake.dispatch group by 1`.execute(owner);
  expect(rows).toEqual([{ purpose: "invite", n: 66, due: new Date("2026-03-02T07:00:00Z") }]);
});

test("participation of an open wave is told once a day, in ranges, of the company, its units and its sites", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  // The site of Nice is the unit of Nice; that of Paris is two units, and told beside them.
  await makeCompany(owner, {
    lyon: { people: 40 },
    nice: { people: 26, site: "nice" },
    brest: { people: 44 },
  });
  const told = await toldAfter(39, { database, owner, worker, steward });
  const first = [
    ["2026-03-04", "company", 0.3, 0.4],
    ["2026-03-04", "site:paris", 0.4, 0.6],
    ["2026-03-04", "unit:brest", 0, 1 / 3],
    ["2026-03-04", "unit:lyon", 2 / 3, 1],
    ["2026-03-04", "unit:nice", 0, 0.5],
  ];
  expect(await told()).toEqual(first);
  await sql`update intake.invitation set state = 'answered'`.execute(owner);
  await minute(database, worker, "2026-03-04T09:00:00Z");
  expect(await told()).toEqual(first);
  await minute(database, worker, "2026-03-05T09:00:00Z");
  expect((await told()).slice(5)).toEqual([
    ["2026-03-05", "company", 0.9, 1],
    ["2026-03-05", "site:paris", 0.8, 1],
    ["2026-03-05", "unit:brest", 2 / 3, 1],
    ["2026-03-05", "unit:lyon", 2 / 3, 1],
    ["2026-03-05", "unit:nice", 0.5, 1],
  ]);
});

test("participation is told of no team of nine, nor of the others in such a way that nine are left", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 26 }, sète: { people: 9 } });
  const told = await toldAfter(39, { database, owner, worker, steward });
  expect(await told()).toEqual([
    ["2026-03-04", "company", 0.4, 0.6],
    ["2026-03-04", "unit:lyon", 2 / 3, 1],
  ]);
});

/** Opens the wave, has so many answer the day after, and lets the worker look. */
async function toldAfter(
  answered: number,
  {
    database,
    owner,
    worker,
    steward,
  }: { database: TestDatabase; owner: Db; worker: Db; steward: Db },
) {
  await makeWave(owner, { key: "other" });
  await wish(steward, "plan", plan);
  await wish(steward, "open");
  await minute(database, worker, "2026-03-03T08:00:00Z");
  const told = async () =>
    (
      await sql<{ day: string; key: string; least: number; most: number }>`
        select day, key, least, most from figures.progress order by day, key`.execute(owner)
    ).rows.map(({ day, key, least, most }) => [day, key, least, most]);
  expect(await told()).toEqual([]);
  await sql`update intake.invitation set state = 'answered' where person_id <= ${answered}`.execute(
    owner,
  );
  await minute(database, worker, "2026-03-04T08:00:00Z");
  return told;
}

test("leaders' guesses are kept until the results are out, shown together or not at all, and forgotten", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeReachable(owner);
  await wish(steward, "plan", { ...plan, opensAt: null });
  await wish(steward, "open");
  await minute(database, worker, "2026-03-02T08:00:00Z");
  const at = new Date("2026-03-10T08:00:00Z");
  const guess = (viewerId: number, guesses: Record<string, number>) =>
    giveGuesses(web, { viewerId, wave: "2026-1", guesses, at });
  for (let n = 1; n <= 12; n += 1) {
    const viewerId = await makeViewer(owner, {
      email: `leader${n}@example.org`,
      roles: ["manager"],
      scopes: [],
    });
    expect(await guess(viewerId, { trust: 80, nonsense: 3 })).toBe("kept");
    if (n <= 4) await guess(viewerId, { connection: 50 });
  }
  const analyst = await makeViewer(owner, {
    email: "ana@example.org",
    roles: ["analyst"],
    scopes: [],
  });
  expect(await guess(analyst, { trust: 1 })).toBe("nobody");
  await expect(sql`select * from intake.guess`.execute(web)).rejects.toThrow(/permission/);

  await minute(database, worker, "2026-03-20T17:00:00Z");
  const clock = () => new Date("2026-03-21T02:00:00Z");
  await runNight(contextOf(database, worker, "2026-03-21T02:00:00Z"), { clock });
  expect(await stateOf(owner)).toBe("released");
  await minute(database, worker, "2026-03-21T03:00:00Z");
  const { rows } = await sql`select indicator_key, least, most from figures.guess`.execute(web);
  expect(rows).toEqual([{ indicatorKey: "trust", least: 0.75, most: 0.85 }]);
  expect((await sql`select * from intake.guess`.execute(owner)).rows).toEqual([]);
  expect(await guess(1, { trust: 10 })).toBe("late");
});

test("a wave that cannot open or close keeps no other waiting", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeReachable(owner);
  for (const key of ["2026-1", "2026-2"]) {
    await wish(steward, "plan", { ...plan, key }, key);
    await wish(steward, "schedule", {}, key);
  }
  await minute(database, worker, "2026-03-01T08:00:00Z");
  // Its sample is drawn by a segment that is gone since.
  const sample = JSON.stringify({ share: 0.5, by: "gone", seed: "spring" });
  await sql`update records.wave set sample = ${sample}::jsonb where key = '2026-1'`.execute(owner);
  const lines: string[] = [];
  const at = (now: string) => ({
    ...contextOf(database, worker, now),
    log: (line: string) => void lines.push(line),
  });
  expect(await runMinute(at("2026-03-04T09:00:00Z"), { ways })).toBe(1);
  expect([await stateOf(owner), await stateOf(owner, "2026-2")]).toEqual(["scheduled", "open"]);
  expect(lines.join()).toContain('no segment "gone"');

  await sql`update records.wave set state = 'open', opened_at = opens_at,
    closes_at = closes_at - interval '1 day' where key = '2026-1'`.execute(owner);
  await sql`create function public.broken() returns trigger language plpgsql as $$ begin
    if new.key = '2026-1' then raise exception 'it stays open'; end if; return new; end $$`.execute(
    owner,
  );
  await sql`create trigger broken before update on records.wave
    for each row execute function public.broken()`.execute(owner);
  expect(await runMinute(at("2026-03-20T17:00:00Z"), { ways })).toBeGreaterThan(0);
  expect(await stateOf(owner, "2026-2")).toBe("closed");
});

test("a wish that is no wish is refused with the name of what is wrong in it", async ({
  database,
  owner,
  worker,
  steward,
}) => {
  await makeReachable(owner);
  await wish(steward, "plan", { ...plan, mode: "secret", reminders: [0] });
  await minute(database, worker, "2026-03-02T08:00:00Z");
  const [last] = await lastWishes(owner, "2026-1");
  expect(last?.outcome).toBe("refused");
  expect(last?.said.map((one) => one.split(":")[0])).toEqual(["mode", "reminders.0"]);
});
