import { gzipSync } from "node:zlib";
import { sql } from "kysely";
import { describe, expect, vi } from "vitest";
import { memberOf } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { undoImport } from "#db/intake/imports.ts";
import type { Context } from "#jobs/context.ts";
import { peopleMapping } from "#jobs/imports/mapping/people-mapping.ts";
import { checkMapping } from "#jobs/imports/mapping/read-mapping.ts";
import { surveyMapping } from "#jobs/imports/mapping/survey-mapping.ts";
import { importPeople } from "#jobs/imports/people.ts";
import { importSurvey } from "#jobs/imports/survey.ts";
import { release } from "#jobs/steps/release.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { fileWith, releasedOf } from "#tests/support/answers-file.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";

const now = "2026-04-02T08:00:00Z";

const trust = {
  column: "trust",
  item: "transparent",
  kind: "agreement",
  indicator: "trust",
  wordings: { fr: "La direction dit ce qu’elle fait", en: "Management says what it does" },
};
const climate = {
  column: "climate",
  item: "climate",
  kind: "number",
  low: 1,
  high: 5,
  wordings: "Climate",
};

function mappingOf(changes: object = {}) {
  const given = {
    kind: "survey",
    barometer: { key: "climate", names: "Climate" },
    wave: { key: "spring", names: { fr: "Printemps", en: "Spring" }, date: "2026-03-31" },
    unit: { column: "plant", key: "plant" },
    questions: [trust, climate],
    ...changes,
  };
  return checkMapping(given, surveyMapping, "answers.yaml");
}

/** Lines `plant,trust,climate`: four in ten trust, and the climate goes from 2 to 4. */
function plant(name: string, people: number): string {
  const lines = Array.from({ length: people }, (_, i) => {
    const trusts = i % 10 < 4 ? 5 : 2;
    return `${name},${trusts},${(2 + (i % 5) / 2).toFixed(2)}`;
  });
  return `${lines.join("\n")}\n`;
}

const header = "plant,trust,climate\n";
const company = header + plant("Lyon", 40) + plant("Nice", 30);

async function night(context: Context): Promise<void> {
  await rollUp.run(context);
  await release.run(context);
}

async function heldIn(owner: Db): Promise<{ responses: number; waves: number; cells: number }> {
  const { rows } = await sql<{ responses: number; waves: number; cells: number }>`
    select (select count(*) from intake.response) as responses,
      (select count(*) from records.wave) as waves,
      (select count(*) from intake.frame_cell) as cells`.execute(owner);
  return rows[0] ?? { responses: -1, waves: -1, cells: -1 };
}

test("a survey asked elsewhere becomes one wave, and the night releases it", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const report = await importSurvey(context, { path: fileWith(company), mapping: mappingOf() });
  expect(report).toMatchObject({ state: "kept", read: 70, kept: 70, refused: 0, already: 0 });
  expect(report.summary).toBe("70 answers in the wave “spring”, in 2 units.");

  await night(context);
  const shares = await releasedOf(owner, "spring", "trust");
  expect(Object.keys(shares)).toEqual(["company", "unit:plant-lyon", "unit:plant-nice"]);
  expect(shares.company).toMatchObject({ n: 70, value: 28 / 70, within: null });
  expect(shares["unit:plant-lyon"]).toMatchObject({ n: 40, value: 16 / 40, within: null });
  const means = await releasedOf(owner, "spring", "question:climate");
  expect(means["unit:plant-nice"]).toMatchObject({ n: 30, value: 3, within: null });
  const { rows } = await sql`
    select distinct measure, form from figures.figure order by measure`.execute(owner);
  expect(rows).toEqual([
    { measure: "question:climate", form: "mean" },
    { measure: "question:transparent", form: "share" },
    { measure: "trust", form: "share" },
    { measure: "unfavourable:transparent", form: "share" },
  ]);
});

test("the same file twice is kept once, and still is nothing new after the release", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const given = { path: fileWith(company), mapping: mappingOf() };
  await importSurvey(context, given);
  const second = await importSurvey(context, given);
  expect(second).toMatchObject({ state: "kept", read: 70, kept: 0, already: 70, refused: 0 });
  expect(second.summary).toBe("nothing new for the wave “spring”.");
  await night(context);
  const third = await importSurvey(context, given);
  expect(third).toMatchObject({ kept: 0, already: 70 });
  expect(await heldIn(owner)).toMatchObject({ responses: 70, waves: 1, cells: 2 });

  for (const other of [company + plant("Brest", 12), header + plant("Lyon", 40)]) {
    await expect(importSurvey(context, { ...given, path: fileWith(other) })).rejects.toThrow(
      "The wave “spring” is released, and answers.csv is not the file it was made of. Nothing was kept: released figures never change.",
    );
  }
  expect(await heldIn(owner)).toMatchObject({ responses: 70 });
});

test("a second file adds its answers to a wave that is not released", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  await importSurvey(context, { path: fileWith(company), mapping: mappingOf() });
  const brest = fileWith(header + plant("Brest", 25), "brest.csv");
  const report = await importSurvey(context, { path: brest, mapping: mappingOf() });
  expect(report).toMatchObject({ kept: 25, already: 0 });
  expect(report.notices[0]?.reason).toContain("The wave holds 70 answers of an earlier import");
  await night(context);
  const shares = await releasedOf(owner, "spring", "question:climate");
  expect(Object.keys(shares)).toEqual([
    "company",
    "unit:plant-brest",
    "unit:plant-lyon",
    "unit:plant-nice",
  ]);
  expect(shares["unit:plant-brest"]).toMatchObject({ n: 25, value: 3 });
});

test("an import can be taken back before the release, and the wave waits for another", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const wrong = company.replaceAll("Nice", "Nizza");
  const { importId } = await importSurvey(context, { path: fileWith(wrong), mapping: mappingOf() });
  await rollUp.run(context);
  await undoImport(worker, "test", importId);
  await night(context);
  expect(await releasedOf(owner, "spring", "trust")).toEqual({});

  await importSurvey(context, { path: fileWith(company), mapping: mappingOf() });
  await night(context);
  const shares = await releasedOf(owner, "spring", "trust");
  expect(Object.keys(shares)).toEqual(["company", "unit:plant-lyon", "unit:plant-nice"]);
  expect(shares.company).toMatchObject({ n: 70 });
});

test("what has been released cannot be taken back", async ({ database, owner, worker }) => {
  const context = contextOf(database, worker, now);
  const { importId } = await importSurvey(context, {
    path: fileWith(company),
    mapping: mappingOf(),
  });
  await night(context);
  await expect(undoImport(worker, "test", importId)).rejects.toThrow("has been released");
  expect((await releasedOf(owner, "spring", "trust")).company).toMatchObject({ n: 70 });
});

test("killed between reading and keeping, nothing is left, and the next run keeps all", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const given = { path: fileWith(company), mapping: mappingOf() };
  await owner.transaction().execute(async (holding) => {
    await sql`lock table intake.response in share mode`.execute(holding);
    const running = importSurvey(context, given).then(
      () => "kept",
      () => "failed",
    );
    await vi.waitFor(async () => {
      const { rows } = await sql`
        select pg_terminate_backend(pid) from pg_locks
        where relation = 'intake.response'::regclass and not granted`.execute(holding);
      expect(rows).toHaveLength(1);
    }, 20_000);
    expect(await running).toBe("failed");
  });
  expect(await heldIn(owner)).toEqual({ responses: 0, waves: 0, cells: 0 });
  expect(await importSurvey(context, given)).toMatchObject({ kept: 70, already: 0 });
});

describe("bad input", () => {
  test("is refused line by line, with its place and its reason, and the rest is kept", async ({
    database,
    worker,
    owner,
  }) => {
    const bad = [
      "Lyon,9,3", // line 2
      "Lyon,4,n/a",
      "Lyon,3.5,3",
      "Lyon,4,5.5",
      "Lyon,,",
      'Lyon,4,"3,5"',
      "Lyon,4",
      "Lyon,0,3",
      "Lyon,4,1e999",
      ",4,3", // kept: only in the company
      "Lyon,,3", // kept: one question left empty
      "Lyon,-,3", // kept: `missing`
    ];
    const content = `${header}${bad.join("\n")}\n${plant("Nice", 20)}`;
    const report = await importSurvey(contextOf(database, worker, now), {
      path: fileWith(content),
      mapping: mappingOf({ missing: ["-"] }),
    });
    expect(report).toMatchObject({ state: "kept", read: 32, kept: 23, refused: 9 });
    const places = report.refusals.map(({ line, field, occurrences }) => [
      line,
      field,
      occurrences,
    ]);
    expect(places).toEqual([
      [2, "trust", 2],
      [3, "climate", 2],
      [4, "trust", 1],
      [5, "climate", 1],
      [6, null, 1],
      [7, "climate", 1],
      [8, null, 1],
    ]);
    expect(report.refusals[0]?.reason).toContain("off the scale (1 to 5)");
    expect(report.refusals[2]?.reason).toContain("between two points of the scale");
    expect(report.refusals[5]?.reason).toContain("say `decimal:` in the mapping");
    expect(report.notices).toMatchObject([{ line: 11, field: "plant", occurrences: 1 }]);
    const { rows } = await sql`
      select answers, states from intake.response where states <> '{1,1}'`.execute(owner);
    expect(rows).toEqual([
      { answers: [null, 3], states: [3, 1] },
      { answers: [null, 3], states: [3, 1] },
    ]);
  });

  test("a hundred thousand bad lines make a short report", async ({ database, worker }) => {
    const content = header + "Lyon,seven,3\n".repeat(100_000) + plant("Lyon", 10);
    const report = await importSurvey(contextOf(database, worker, now), {
      path: fileWith(content),
      mapping: mappingOf(),
    });
    expect(report).toMatchObject({ kept: 10, refused: 100_000 });
    expect(report.refusals).toHaveLength(1);
  });

  test.for([
    [
      "a column that is not there",
      "plant,climate\nLyon,3\n",
      "line 1: the mapping names a column the file does not have: “trust”",
    ],
    ["no line that can be kept", `${header}Lyon,9,3\nNice,8,3\n`, "no line could be kept."],
    ["a header alone", header, "no line could be kept."],
    ["an empty file", "", "answers.csv is empty"],
    ["a quotation mark nobody closed", `${header}"Lyon,4,3\nNice,4,3\n`, "never closed"],
    ["an archive cut short", gzipSync(company).subarray(0, 60), "cut short"],
  ] as const)(
    "%s: the whole file is refused",
    async ([, content, message], { database, worker, owner }) => {
      const path = fileWith(typeof content === "string" ? content : Buffer.from(content));
      const context = contextOf(database, worker, now);
      await expect(importSurvey(context, { path, mapping: mappingOf() })).rejects.toThrow(message);
      expect(await heldIn(owner)).toEqual({ responses: 0, waves: 0, cells: 0 });
      const { rows } = await sql`select kind, state from intake.import`.execute(owner);
      expect(rows).toEqual([{ kind: "answers", state: "refused" }]);
    },
  );

  test("a file in Latin-1 is read as such, and the report says so", async ({
    database,
    worker,
    owner,
  }) => {
    const content = Buffer.from(`${header}Sète,4,3\n${plant("Lyon", 12)}`, "latin1");
    const report = await importSurvey(contextOf(database, worker, now), {
      path: fileWith(content),
      mapping: mappingOf(),
    });
    expect(report.notices[0]).toMatchObject({ line: 2 });
    const { rows } =
      await sql`select names from intake.frame_unit where key = 'plant-sete'`.execute(owner);
    expect(rows).toEqual([{ names: { fr: "Sète", en: "Sète" } }]);
  });

  test("two plants that would get one key are not taken for one", async ({ database, worker }) => {
    const content = `${header}Lyon,4,3\nlyon !,4,3\nLyon,4,3\n`;
    const report = await importSurvey(contextOf(database, worker, now), {
      path: fileWith(content),
      mapping: mappingOf(),
    });
    expect(report).toMatchObject({ kept: 2, refused: 1 });
    expect(report.refusals[0]).toMatchObject({ line: 3, field: "plant" });
  });

  test("a week the file does not have, a day that has not come, a wave of something else", async ({
    database,
    worker,
  }) => {
    const context = contextOf(database, worker, now);
    const path = fileWith(company);
    const spring = mappingOf().wave;
    const take = (changes: object) => importSurvey(context, { path, mapping: mappingOf(changes) });
    await expect(take({ only: { column: "plant", equals: "Brest" } })).rejects.toThrow(
      "no line has “Brest” in the column “plant”",
    );
    await expect(take({ wave: { ...spring, date: "2026-05-01" } })).rejects.toThrow(
      "has not come yet",
    );
    await take({});
    await expect(take({ questions: [trust] })).rejects.toThrow("asks other questions");
    await expect(take({ wave: { ...spring, date: "2026-03-01" } })).rejects.toThrow(
      "of another day",
    );
    const other = {
      barometer: { key: "other", names: "Other" },
      wave: { ...spring, key: "other" },
    };
    await expect(
      take({ ...other, questions: [{ ...trust, indicator: "engagement" }] }),
    ).rejects.toThrow("counts towards trust");
  });

  test.for([
    [
      "an indicator made of means",
      { questions: [{ ...climate, indicator: "trust" }] },
      "questions.0.indicator: there is no such key",
    ],
    [
      "a scale of half points",
      { questions: [{ ...trust, low: 1.5 }] },
      "questions.0.low: a whole number",
    ],
    [
      "a scale upside down",
      { questions: [{ ...trust, low: 5, high: 1 }] },
      "questions.0.high: above low:",
    ],
    ["a kind nobody knows", { questions: [{ ...trust, kind: "stars" }] }, "kind: agreement"],
    [
      "a question asked twice",
      { questions: [trust, { ...trust, column: "again" }] },
      "“transparent” is asked twice",
    ],
    [
      "a key with a sign in it",
      { wave: { key: "Spring!", names: "Spring", date: "2026-03-31" } },
      "wave.key: small letters",
    ],
    [
      "a date in another format",
      { wave: { key: "spring", names: "Spring", date: "31/03/2026" } },
      "wave.date: a day, YYYY-MM-DD",
    ],
    ["a person and a unit", { person: "number" }, "leave unit: or person: out"],
  ] as const)("a wrong mapping is refused before the file is read: %s", ([, changes, message]) => {
    expect(() => mappingOf(changes)).toThrow(message);
  });
});

describe("where people are named", () => {
  const people = Array.from(
    { length: 60 },
    (_, i) => `${i + 1},${i < 35 ? "assembly" : "paint"},Lyon`,
  );
  const hr = `number,team,site\n${people.join("\n")}\n`;
  const hrMapping = checkMapping(
    { kind: "people", number: "number", unit: { key: "team" }, site: "site" },
    peopleMapping,
    "people.yaml",
  );
  const mapping = mappingOf({ unit: undefined, person: "number", questions: [trust] });
  const answersOf = (numbers: readonly (number | string)[]) =>
    `number,trust\n${numbers.map((number, i) => `${number},${i % 2 ? 5 : 1}`).join("\n")}\n`;
  const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

  test("each answer counts where its person was on the day of the wave", async ({
    database,
    owner,
    worker,
  }) => {
    const context = contextOf(database, worker, now);
    await importPeople(context, {
      path: fileWith(hr),
      mapping: hrMapping,
      effectiveOn: "2026-01-05",
    });
    const moved = hr.replaceAll("paint", "assembly");
    await importPeople(context, {
      path: fileWith(moved),
      mapping: hrMapping,
      effectiveOn: "2026-04-01",
    });

    const report = await importSurvey(context, { path: fileWith(answersOf(upTo(50))), mapping });
    expect(report).toMatchObject({ kept: 50, refused: 0, notices: [] });
    await night(context);
    const shares = await releasedOf(owner, "spring", "trust");
    expect(shares["unit:assembly"]).toMatchObject({ n: 35 });
    expect(shares["unit:paint"]).toMatchObject({ n: "10-19" });
    expect(shares["site:lyon"]).toMatchObject({ n: 50, value: 0.5, within: [0.45, 0.55] });
    const participation = await releasedOf(owner, "spring", "participation");
    expect(participation.company).toMatchObject({ n: 60, value: 50 / 60, within: null });

    const { rows } = await sql<{ member: Buffer }>`select member from intake.response`.execute(
      owner,
    );
    const { rows: keys } = await sql<{ key: Buffer }>`select key from intake.person`.execute(owner);
    const members = keys.map(({ key }) =>
      memberOf(context.keys.pseudonym, "climate", key).toString("hex"),
    );
    expect(rows.every(({ member }) => members.includes(member.toString("hex")))).toBe(true);
  });

  test("people HR does not know count in the company, and in no participation", async ({
    database,
    owner,
    worker,
  }) => {
    const context = contextOf(database, worker, now);
    await importPeople(context, {
      path: fileWith(hr),
      mapping: hrMapping,
      effectiveOn: "2026-01-05",
    });
    const strangers = Array.from({ length: 30 }, (_, i) => `guest-${i}`);
    const content = answersOf([...upTo(50), ...strangers]);
    const report = await importSurvey(context, { path: fileWith(content), mapping });
    expect(report.kept).toBe(80);
    expect(report.notices).toMatchObject([{ line: 52, field: "number", occurrences: 30 }]);
    await night(context);
    expect((await releasedOf(owner, "spring", "trust")).company).toMatchObject({
      n: 80,
      value: 0.5,
      within: null,
    });
    const participation = await releasedOf(owner, "spring", "participation");
    expect(participation.company).toMatchObject({ n: 60, value: 50 / 60, within: null });
  });

  test("one person answers once; a corrected answer needs the first import undone", async ({
    database,
    worker,
    owner,
  }) => {
    const context = contextOf(database, worker, now);
    const content = `${answersOf(upTo(20))}7,3\n`;
    const report = await importSurvey(context, { path: fileWith(content), mapping });
    expect(report).toMatchObject({ read: 21, kept: 20, refused: 1 });
    expect(report.refusals).toMatchObject([{ line: 22, field: "number" }]);
    const again = await importSurvey(context, { path: fileWith(content), mapping });
    expect(again).toMatchObject({ kept: 0, already: 20, refused: 1 });

    const corrected = content.replace("\n1,1\n", "\n1,4\n");
    const third = await importSurvey(context, { path: fileWith(corrected), mapping });
    expect(third).toMatchObject({ kept: 0, already: 19, refused: 2 });
    expect(third.refusals[1]?.reason).toContain("undo that import first");

    await undoImport(worker, "test", report.importId);
    const last = await importSurvey(context, { path: fileWith(corrected), mapping });
    expect(last).toMatchObject({ kept: 20, refused: 1 });
    expect((await heldIn(owner)).responses).toBe(20);
  });
});

test("segments of the file cut the answers; who was invited stays unknown", async ({
  database,
  owner,
  worker,
}) => {
  const lines = Array.from({ length: 60 }, (_, i) => `${i % 3 ? "nuit" : "jour"},${i % 4 ? 4 : 2}`);
  const mapping = mappingOf({
    unit: undefined,
    questions: [trust],
    segments: { shift: { column: "shift", values: { nuit: "night", jour: "day" } } },
  });
  const content = `shift,trust\n${lines.join("\n")}\nsoir,4\n`;
  const context = contextOf(database, worker, now);
  const report = await importSurvey(context, { path: fileWith(content), mapping });
  expect(report.kept).toBe(61);
  expect(report.notices).toMatchObject([{ line: 62, field: "shift", occurrences: 1 }]);
  await night(context);
  const shares = await releasedOf(owner, "spring", "trust");
  // The one of no shift answered too: what tells them from the company is rounded around them.
  expect(shares.company).toMatchObject({ n: 61, value: 46 / 61, within: null });
  const toTheTenth = { value: 0.8, within: [0.75, 0.85] };
  expect(shares["segment:shift:night"]).toMatchObject({ n: 40, ...toTheTenth });
  expect(shares["segment:shift:day"]).toMatchObject({ n: 20, ...toTheTenth });
  expect(await releasedOf(owner, "spring", "participation")).toEqual({});
});

test("units the organisation has keep their place in it; the others are directly under the company", async ({
  database,
  owner,
  worker,
}) => {
  const context = contextOf(database, worker, now);
  const hr = `number,team,division\n${Array.from({ length: 10 }, (_, i) => `${i},paint,works`).join("\n")}\nx,idle,works\n`;
  const hrMapping = checkMapping(
    { kind: "people", number: "number", unit: { path: ["division", "team"] } },
    peopleMapping,
    "people.yaml",
  );
  await importPeople(context, {
    path: fileWith(hr),
    mapping: hrMapping,
    effectiveOn: "2026-01-05",
  });
  const { rows: units } = await sql<{ key: string }>`
    select key from intake.unit where key like '%paint'`.execute(owner);
  const paint = units[0]?.key ?? "";
  await importSurvey(context, {
    path: fileWith(header + plant(paint, 12) + plant("Guests", 12)),
    mapping: mappingOf({ unit: "plant" }),
  });
  const { rows } = await sql`
    select f.key, above.key as above from intake.frame_unit f
    left join intake.frame_unit above on above.wave_id = f.wave_id and above.unit_id = f.parent_id
    order by f.first`.execute(owner);
  expect(rows).toEqual([
    { key: "works", above: null },
    { key: paint, above: "works" },
    { key: "Guests", above: null },
  ]);
});
