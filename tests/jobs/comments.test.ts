import { sql } from "kysely";
import { expect } from "vitest";
import { encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "#db/client.server.ts";
import { decideComment, listWaitingComments } from "#db/records/moderation.ts";
import { readComments } from "#jobs/steps/read-comments.ts";
import { closeWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { everyRow } from "#tests/support/every-row.ts";
import {
  answer,
  closeAndSpend,
  openWaveWithComments,
  releasedLists,
  spendNight,
} from "#tests/support/make-comments.ts";
import { makeCompany } from "#tests/support/make-company.ts";

const opening = "2026-03-02T08:00:00Z";
const closing = "2026-03-20T17:00:00Z";
const nextNight = "2026-03-21T01:00:00Z";

/** A sentence about the canteen that nobody has to read first, told apart by a number. */
const canteen = (n: number) => `La cantine ferme trop tôt le samedi (${n})`;

async function count(owner: Db, table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    owner,
  );
  return rows[0]?.n ?? 0;
}

test("what people write is sealed before it is stored, and gone once it is redacted", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const context = contextOf(database, worker, opening);
  await sql`insert into intake.directory (person_id, kind, value)
    values (1, 'name', ${encrypt(context.keys.directory, "Étienne Balbazin")})`.execute(owner);
  const invitations = await openWaveWithComments(context);
  for (const { personId, code } of invitations) {
    const text = `Mon canari, dit à Etienne au 06 39 98 12 34 : horaires (${personId})`;
    await answer(web, code, personId <= 12 ? text : null);
  }
  const waiting = await everyRow(owner);
  for (const word of ["canari", "Etienne", "06 39", "horaires"])
    expect(waiting).not.toContain(word);
  const { rows: sizes } = await sql<{ size: number }>`
    select distinct octet_length(value) as size from intake.comment`.execute(owner);
  expect(sizes).toEqual([{ size: 1072 }]);

  await closeWave(contextOf(database, worker, closing), { wave: "2026-1" });
  expect(await everyRow(owner)).not.toContain("canari");
  expect([await count(owner, "intake.comment"), await count(owner, "intake.rawComment")]).toEqual([
    0, 12,
  ]);

  await spendNight(contextOf(database, worker, nextNight));
  const after = await everyRow(owner);
  for (const word of ["Etienne", "06 39"]) expect(after).not.toContain(word);
  const [list] = await releasedLists(owner);
  expect(list?.texts).toHaveLength(12);
  expect(list?.texts[0]).toMatch(/^Mon canari, dit à ⟦name⟧ au ⟦telephone⟧ : horaires \(\d+\)$/);
  for (const table of ["intake.comment", "intake.rawComment", "intake.readComment"]) {
    expect([table, await count(owner, table)]).toEqual([table, 0]);
  }
});

test("beside the answers nothing says that somebody wrote, and after the close nothing whose it is", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 12 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  for (const { personId, code } of invitations) {
    await answer(web, code, personId <= 6 ? canteen(personId) : null);
  }
  const { rows: states } = await sql<object>`select distinct states from intake.response`.execute(
    owner,
  );
  expect(states).toEqual([{ states: [1, 3] }]);
  await closeWave(contextOf(database, worker, closing), { wave: "2026-1" });
  const { rows: columns } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'intake' and table_name = 'raw_comment' order by 1`.execute(owner);
  expect(columns.map(({ name }) => name)).toEqual([
    "id",
    "question_id",
    "unit_id",
    "value",
    "wave_id",
  ]);
  const { rows: shared } = await sql<object>`
    select from intake.raw_comment c join intake.response r on r.xmin = c.xmin`.execute(owner);
  expect(shared).toEqual([]);
});

test("until it is sent, a confidential respondent replaces what they wrote, or takes it back", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 2 } });
  const [one] = await openWaveWithComments(contextOf(database, worker, opening));
  const code = one?.code ?? "";
  const hand = async (answers: object, complete = false) => {
    const { rows } = await sql<{ state: string }>`
      select intake.submit(${code}, ${JSON.stringify(answers)}::jsonb, ${complete}) as state`.execute(
      web,
    );
    return rows[0]?.state;
  };
  const sealed = Buffer.alloc(1072, 7).toString("base64");
  const resumed = async () => {
    const { rows } = await sql<{
      said: { comments: number[] };
    }>`select intake.resume(${code}) as said`.execute(web);
    return rows[0]?.said.comments;
  };
  expect(await hand({ 2: { sealed } })).toBe("accepted");
  expect(await resumed()).toEqual([2]);
  await hand({ 1: 3 });
  expect(await resumed()).toEqual([2]);
  await hand({ 2: { sealed: Buffer.alloc(1072, 9).toString("base64") } });
  const { rows } = await sql<{ value: Buffer }>`select value from intake.comment`.execute(owner);
  expect(rows.map(({ value }) => value[0])).toEqual([9]);
  await hand({ 2: "declined" });
  expect(await resumed()).toEqual([]);
  for (const wrong of [
    4,
    "en clair",
    { sealed: "en clair" },
    { sealed: "AAAA" },
    { sealed: 3 },
    {},
  ]) {
    await expect(hand({ 2: wrong })).rejects.toThrow(
      "the answer to question 2 is not a sealed comment",
    );
  }
  await expect(hand({ 1: { sealed } })).rejects.toThrow("the answer to question 1 is not a number");
});

test("a thousand characters are a comment, and one more is not", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 2 } });
  const [one, two] = await openWaveWithComments(contextOf(database, worker, opening));
  expect(await answer(web, one?.code ?? "", "🙂".repeat(1000))).toBe("accepted");
  await expect(answer(web, two?.code ?? "", "é".repeat(1001))).rejects.toThrow("longer than 1,000");
  await expect(answer(web, two?.code ?? "", " \u200b ")).rejects.toThrow("empty");
});

test("an anonymous comment waits in the box with nine other answers, and comes out alone", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 30 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening), {
    mode: "anonymous",
  });
  for (const [index, { code }] of invitations.slice(0, 9).entries())
    await answer(web, code, canteen(index));
  await closeWave(contextOf(database, worker, closing), { wave: "2026-1" });
  await spendNight(contextOf(database, worker, nextNight));
  expect(await releasedLists(owner)).toEqual([]);
  expect(await everyRow(owner)).not.toContain("cantine");
  expect(await count(owner, "intake.comment")).toBe(0);
});

test("anonymous comments are listed once enough people have answered", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening), {
    mode: "anonymous",
  });
  for (const [index, { code }] of invitations.entries()) {
    await answer(web, code, index < 8 ? canteen(index) : null);
  }
  await closeAndSpend(contextOf(database, worker, closing));
  const [list, ...others] = await releasedLists(owner);
  expect([list?.key, list?.texts.length, others.length]).toEqual(["unit:lyon", 8, 0]);
  const { rows } =
    await sql<object>`select from intake.frame_code where member is not null`.execute(owner);
  expect(rows).toEqual([]);
});

test("who leaves before the close, or never finishes, leaves no comment", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  for (const { personId, code } of invitations) {
    await answer(web, code, personId <= 8 ? canteen(personId) : null);
  }
  await sql`update intake.employment set valid = daterange('2025-01-01', '2026-03-10') where person_id = 3`.execute(
    owner,
  );
  await closeAndSpend(contextOf(database, worker, closing));
  const [list] = await releasedLists(owner);
  expect(list?.texts).toHaveLength(7);
  expect(list?.texts.join()).not.toContain("(3)");
});

test("a small team joins the one above, and everything in a group under thirty is read by somebody first", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeCompany(owner, {
    lyon: { people: 40 },
    nice: { people: 14 },
    sète: { people: 4 },
    brest: { people: 9 },
  });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  const { rows: units } = await sql<{ personId: number; key: string }>`
    select p.person_id, u.key from intake.person_unit p join intake.unit u on u.id = p.unit_id`.execute(
    owner,
  );
  const unitOf = new Map(units.map(({ personId, key }) => [personId, key]));
  const wrote = new Map<string, number>();
  for (const { personId, code } of invitations) {
    const unit = unitOf.get(personId) ?? "";
    const n = (wrote.get(unit) ?? 0) + 1;
    wrote.set(unit, n);
    await answer(
      web,
      code,
      n <= 6 && !(unit === "sète" && n > 2) ? `À ${unit}, le parking est plein (${n})` : null,
    );
  }
  await closeAndSpend(contextOf(database, worker, closing));
  expect(
    (await releasedLists(owner)).map(({ key, isRest, texts }) => [key, isRest, texts.length]),
  ).toEqual([["unit:lyon", false, 6]]);

  const waiting = await listWaitingComments(steward, "mod@example.org", 50);
  expect(waiting).toHaveLength(14);
  expect(Object.keys(waiting[0] ?? {})).toEqual([
    "comment",
    "wave",
    "question",
    "text",
    "reasons",
    "waiting",
  ]);
  for (const { comment } of waiting) {
    expect(
      await decideComment(steward, "mod@example.org", {
        comment,
        decision: "publish",
        shorter: null,
      }),
    ).toBe(true);
  }
  await spendNight(contextOf(database, worker, nextNight));
  const lists = await releasedLists(owner);
  expect(lists.map(({ key, isRest, texts }) => [key, isRest, texts.length])).toEqual([
    ["unit:lyon", false, 6],
    ["unit:nice", false, 6],
    ["unit:top", true, 8],
  ]);
  expect(lists[2]?.texts.filter((text) => text.includes("sète"))).toHaveLength(2);
});

test("what speaks of health waits, is shortened or withheld, and each decision is written down", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  const sensitive = [
    "Depuis mon cancer plus rien, et le quai est froid",
    "Le chef vole dans la caisse",
  ];
  for (const [index, { code }] of invitations.entries()) {
    await answer(web, code, sensitive[index] ?? (index < 9 ? canteen(index) : null));
  }
  await closeAndSpend(contextOf(database, worker, closing));
  expect(await releasedLists(owner)).toEqual([]);
  const waiting = await listWaitingComments(steward, "mod@example.org", 50);
  expect(waiting.map(({ reasons }) => reasons).toSorted()).toEqual([["accusation"], ["health"]]);
  for (const { comment, reasons } of waiting) {
    const isHealth = reasons.includes("health");
    const decided = isHealth
      ? ({ comment, decision: "shorten", shorter: "[…] le quai est froid" } as const)
      : ({ comment, decision: "withhold", shorter: null } as const);
    expect(await decideComment(steward, "mod@example.org", decided)).toBe(true);
    expect(await decideComment(steward, "late@example.org", decided)).toBe(false);
  }
  await spendNight(contextOf(database, worker, nextNight));
  const [list] = await releasedLists(owner);
  expect(list?.texts).toHaveLength(8);
  expect(list?.texts).toContain("[…] le quai est froid");
  const everything = await everyRow(owner);
  for (const word of ["cancer", "vole dans"]) expect(everything).not.toContain(word);
  const { rows } = await sql<{ actor: string; action: string }>`
    select actor, action from records.audit_entry where action ~ '^comment ' order by action`.execute(
    owner,
  );
  expect(rows).toEqual([
    { actor: "mod@example.org", action: "comment shortened" },
    { actor: "mod@example.org", action: "comment withheld" },
  ]);
});

test("a group that keeps fewer than five comments is never shown", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  for (const [index, { code }] of invitations.entries()) {
    await answer(web, code, index < 4 ? canteen(index) : index === 4 ? "Je suis malade" : null);
  }
  await closeAndSpend(contextOf(database, worker, closing));
  const [sick] = await listWaitingComments(steward, "mod@example.org", 50);
  await decideComment(steward, "mod@example.org", {
    comment: sick?.comment ?? "",
    decision: "withhold",
    shorter: null,
  });
  await spendNight(contextOf(database, worker, nextNight));
  expect(await releasedLists(owner)).toEqual([]);
  expect(await everyRow(owner)).not.toContain("cantine");
});

test("what nobody decided in thirty days is withheld, so that the others are heard", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  for (const [index, { code }] of invitations.entries()) {
    await answer(web, code, index < 6 ? canteen(index) : index === 6 ? "Je suis malade" : null);
  }
  await closeAndSpend(contextOf(database, worker, closing));
  await spendNight(contextOf(database, worker, "2026-04-18T01:00:00Z"));
  expect(await releasedLists(owner)).toEqual([]);
  await spendNight(contextOf(database, worker, "2026-04-21T01:00:00Z"));
  expect((await releasedLists(owner)).map(({ texts }) => texts.length)).toEqual([6]);
  const { rows } =
    await sql<object>`select actor, action from records.audit_entry where action ~ '^comment '`.execute(
      owner,
    );
  expect(rows).toEqual([{ actor: "barometer", action: "comment withheld" }]);
});

test("a night that is run again, or was killed half-way, changes no list and loses no comment", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  for (const { personId, code } of invitations) {
    await answer(web, code, personId % 4 === 0 ? canteen(personId) : null);
  }
  const later = contextOf(database, worker, closing);
  await closeWave(later, { wave: "2026-1" });
  // The wrong key opens nothing, and destroys nothing.
  const stranger = { ...later, keys: { ...later.keys, directory: Buffer.alloc(32, 99) } };
  expect(await readComments.run(stranger)).toMatchObject({ kept: 0, refused: 20 });
  expect(await count(owner, "intake.rawComment")).toBe(20);
  await readComments.run(later);
  await readComments.run(later);
  await spendNight(later);
  const lists = await releasedLists(owner);
  expect(lists.map(({ texts }) => texts.length)).toEqual([10, 10]);
  await spendNight(contextOf(database, worker, nextNight));
  await closeWave(later, { wave: "2026-1" });
  await spendNight(contextOf(database, worker, nextNight));
  expect(await releasedLists(owner)).toEqual(lists);
});

test("the order of a list is that of no clock and no number", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 60 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  const order: string[] = [];
  for (const { personId, code } of invitations.slice(0, 40)) {
    order.push(canteen(personId));
    await answer(web, code, canteen(personId));
  }
  await closeAndSpend(contextOf(database, worker, closing));
  const [list] = await releasedLists(owner);
  expect(list?.texts.toSorted()).toEqual(order.toSorted());
  expect(list?.texts).not.toEqual(order);
  const { rows } = await sql<{
    text: string;
  }>`select text from figures.comment order by ctid`.execute(owner);
  expect(rows.map(({ text }) => text)).not.toEqual(order);
});

test("a list never changes, and is forgotten after twelve months and not before", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 40 } });
  const invitations = await openWaveWithComments(contextOf(database, worker, opening));
  for (const { personId, code } of invitations)
    await answer(web, code, personId <= 6 ? canteen(personId) : null);
  await closeAndSpend(contextOf(database, worker, closing));
  for (const change of [
    "update figures.comment set text = ''",
    "delete from figures.comment",
    "truncate figures.comment",
  ]) {
    await expect(sql.raw(change).execute(owner)).rejects.toThrow(
      "released once, and never changes",
    );
  }
  await expect(sql`delete from figures.comment`.execute(worker)).rejects.toThrow(
    "permission denied",
  );
  await sql`select figures.forget_comments('2999-01-01')`.execute(worker);
  expect(await count(owner, "figures.comment")).toBe(6);
  // As if it had been released two years ago: a release itself cannot be changed either.
  await sql`alter table figures.release disable trigger never_changes`.execute(owner);
  await sql`update figures.release set released_at = now() - interval '2 years'`.execute(owner);
  await spendNight(contextOf(database, worker, "2028-01-01T01:00:00Z"));
  expect(await count(owner, "figures.comment")).toBe(0);
});
