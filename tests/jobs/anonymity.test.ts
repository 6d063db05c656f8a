import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { moveAnswerBox } from "#db/intake/close-wave.ts";
import { closeWaves } from "#jobs/steps/close-waves.ts";
import { closeWave, openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { makeQuestions } from "#tests/support/make-questions.ts";
import { dice } from "#tests/support/random-tables.ts";

/*
 * Whoever owns the database, and so sees every row, every hidden column and the order in which rows
 * lie on the disk, tries to say which answer is whose. Each of two hundred people answers as nobody
 * else in their cell does, so that a right guess is known to be one.
 */

const TEAMS = 10;
const TEAM = 20;
const PEOPLE = TEAMS * TEAM;

/** The chance of so many right guesses, or more, for somebody who guesses blindly. */
const chanceOf = (right: number, blind: number) =>
  right === 0 ? 1 : 1 - binomialCdf(right - 1, PEOPLE, blind);

interface Row {
  readonly cell: number;
  readonly person: number;
  /** Everything a row can be put in order by. */
  readonly places: Readonly<Record<string, string>>;
}

/** Columns no `select *` shows, and every column there is, as texts that sort as what they are. */
async function look(
  owner: Db,
  table: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const { rows } = await sql<Record<string, string>>`
    select lpad(t.xmin::text, 12, '0') as xmin, lpad(t.xmax::text, 12, '0') as xmax,
      lpad((t.ctid::text::point)[0]::text, 8, '0') || lpad((t.ctid::text::point)[1]::text, 8, '0') as ctid,
      t.* from ${sql.raw(table)} as t`.execute(owner);
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        Buffer.isBuffer(value) ? (value as Buffer).toString("hex") : JSON.stringify(value),
      ]),
    ),
  );
}

/** Every way to lay the people of a cell beside its answers: by this of the one, by that of the other. */
function* guesses(people: readonly Row[], answers: readonly Row[]) {
  const orders = ["ctid", "xmin", "xmax", "hash", "person", "id"];
  for (const one of orders) {
    for (const other of orders) {
      for (const turned of [false, true]) {
        const sorted = (rows: readonly Row[], by: string) =>
          rows.toSorted(
            (a, b) =>
              (a.places[by] ?? "").localeCompare(b.places[by] ?? "") ||
              (a.places.ctid ?? "").localeCompare(b.places.ctid ?? ""),
          );
        let right = 0;
        for (const cell of new Set(people.map((row) => row.cell))) {
          const here = sorted(
            people.filter((row) => row.cell === cell),
            one,
          );
          const there = sorted(
            answers.filter((row) => row.cell === cell),
            other,
          );
          if (turned) there.reverse();
          right += here.filter((row, index) => row.person === there[index]?.person).length;
        }
        yield { by: `${one} beside ${other}${turned ? " backwards" : ""}`, right };
      }
    }
  }
}

/** The place in the team is what each answers: two questions tell twenty people apart. */
const answersOf = (person: number) => {
  const place = (person - 1) % TEAM;
  return { 1: (place % 5) + 1, 2: Math.floor(place / 5) };
};

test("whoever owns the database guesses whose an anonymous answer is no better than blindly", async ({
  database,
  owner,
  worker,
  web,
}) => {
  const teams = Array.from({ length: TEAMS }, (_, team) => [`team-${team}`, { people: TEAM }]);
  await makeCompany(owner, Object.fromEntries(teams));
  await makeQuestions(owner, { key: "autumn", mode: "anonymous" });
  const opening = contextOf(database, worker, "2026-03-02T08:00:00Z");
  const invited = await openWave(opening, { wave: "autumn" });
  const { rows: waves } = await sql<{ id: number }>`select id from records.wave`.execute(owner);
  const wave = waves[0]?.id ?? 0;
  const cellOf = (person: number) => Math.floor((person - 1) / TEAM);

  /** What is known of people: who is in which team stands in the personnel file. */
  const known = async (table: string): Promise<readonly Row[]> => {
    const { rows } = await sql<{ hash: Buffer; personId: number }>`
      select invitation_hash as hash, person_id from intake.invitation`.execute(owner);
    const personOf = new Map(rows.map((row) => [row.hash.toString("hex"), row.personId]));
    return (await look(owner, table)).map((row) => {
      const person = personOf.get(row.invitationHash ?? "") ?? 0;
      const places = {
        ...row,
        hash: row.invitationHash ?? "",
        person: String(person).padStart(8, "0"),
      };
      return { cell: cellOf(person), person, places };
    });
  };
  /** What is known of answers. Who wrote one is worked out from what it says, to mark the guesses. */
  const answers = async (table: string): Promise<readonly Row[]> => {
    const cells = await sql<{ cell: number; team: string }>`
      select c.cell, u.key as team from intake.frame_cell c
      join intake.frame_unit u on u.wave_id = c.wave_id and u.unit_id = c.unit_id`.execute(owner);
    const teamOf = new Map(cells.rows.map((row) => [row.cell, Number(row.team.slice(5))]));
    return (await look(owner, table)).map((row) => {
      const [first = 1, second = 0]: number[] = JSON.parse(row.answers ?? "[]");
      const cell = teamOf.get(Number(row.cell)) ?? -1;
      return { cell, person: cell * TEAM + second * 5 + first, places: row };
    });
  };
  const best = async (peopleIn: string, answersIn: string) =>
    [...guesses(await known(peopleIn), await answers(answersIn))].toSorted(
      (a, b) => b.right - a.right,
    );

  const random = dice(20261122);
  const order = invited
    .map((one) => ({ ...one, turn: random() }))
    .toSorted((a, b) => a.turn - b.turn);
  const sequences = () =>
    sql`select sequencename, last_value from pg_sequences order by 1`.execute(owner);
  const before = await sequences();
  const submit = async (from: number, to: number) => {
    for (const { code, personId } of order.slice(from, to)) {
      await sql`select intake.submit(${code}, ${JSON.stringify(answersOf(personId))}::jsonb)`.execute(
        web,
      );
    }
  };
  await submit(0, 90);
  // Before any batch has moved the mark lies beside its answer: so these ways of guessing can find.
  const [waiting] = await best("intake.answer_mark", "intake.answer_box");
  expect(waiting?.right).toBe(90);
  await submit(90, 130);
  await moveAnswerBox(worker, wave);
  await submit(130, 170);
  await moveAnswerBox(worker, wave);
  await submit(170, PEOPLE);
  await closeWave(contextOf(database, worker, "2026-03-20T17:00:00Z"), { wave: "autumn" });

  const held = await answers("intake.response");
  expect(held.map(({ person }) => person).toSorted((a, b) => a - b)).toEqual(
    invited.map(({ personId }) => personId).toSorted((a, b) => a - b),
  );
  for (const people of ["intake.invitation", "intake.person"]) {
    const tried =
      people === "intake.person" ? personsAsRows(await look(owner, people)) : await known(people);
    for (const { by, right } of guesses(tried, held)) {
      expect([people, by, right, chanceOf(right, 1 / TEAM) > 1e-5]).toEqual([
        people,
        by,
        right,
        true,
      ]);
    }
  }
  // One transaction wrote every answer, one every invitation: no batch is left to tell from another.
  for (const table of ["intake.response", "intake.invitation"]) {
    const rows = await look(owner, table);
    expect([table, rows.length, new Set(rows.map(({ xmin }) => xmin)).size]).toEqual([
      table,
      PEOPLE,
      1,
    ]);
  }
  const states = new Set((await look(owner, "intake.invitation")).map(({ state }) => state));
  expect([...states]).toEqual(['"invited"']);
  for (const table of ["intake.answer_box", "intake.answer_mark"]) {
    const { rows } = await sql<{ bytes: number }>`
      select pg_relation_size(${table}) as bytes`.execute(owner);
    expect([table, rows[0]?.bytes]).toEqual([table, 0]);
  }
  expect((await sequences()).rows).toEqual(before.rows);

  function personsAsRows(rows: readonly Readonly<Record<string, string>>[]): readonly Row[] {
    return rows.map((row) => {
      const person = Number(row.id);
      return {
        cell: cellOf(person),
        person,
        places: { ...row, id: String(person).padStart(8, "0") },
      };
    });
  }
});

test("while a wave is open, answers move only beside nine others of their cell", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 12 }, nice: { people: 15 } });
  await makeQuestions(owner, { key: "autumn", mode: "anonymous" });
  const invited = await openWave(contextOf(database, worker, "2026-03-02T08:00:00Z"), {
    wave: "autumn",
  });
  const { rows: waves } = await sql<{ id: number }>`select id from records.wave`.execute(owner);
  // Nine of Lyon and ten of Nice.
  for (const { code, personId } of invited) {
    if (personId <= 9 || (personId > 12 && personId <= 22)) {
      await sql`select intake.submit(${code}, '{"1": 4}')`.execute(web);
    }
  }
  expect(await moveAnswerBox(worker, waves[0]?.id ?? 0)).toBe(10);
  const { rows } = await sql<{ invited: number; n: number }>`
    select c.invited, count(*)::integer as n from intake.response r
    join intake.frame_cell c using (wave_id, cell) group by 1`.execute(owner);
  expect(rows).toEqual([{ invited: 15, n: 10 }]);
  await closeWave(contextOf(database, worker, "2026-03-20T17:00:00Z"), { wave: "autumn" });
  const { rows: all } = await sql<{
    n: number;
  }>`select count(*)::integer as n from intake.response`.execute(owner);
  expect(all).toEqual([{ n: 19 }]);
});

test("a box that could not be wiped as its wave closed, because it was being read, is wiped the next night", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeCompany(owner, { lyon: { people: 12 } });
  await makeQuestions(owner, { key: "autumn", mode: "anonymous" });
  const invited = await openWave(contextOf(database, worker, "2026-03-02T08:00:00Z"), {
    wave: "autumn",
  });
  for (const { code } of invited) {
    await sql`select intake.submit(${code}, '{"1": 4}')`.execute(web);
  }
  const bytes = async () => {
    const { rows } = await sql<{ bytes: number }>`
      select pg_relation_size('intake.answer_box') as bytes`.execute(owner);
    return rows[0]?.bytes;
  };
  const later = contextOf(database, worker, "2026-03-20T17:00:00Z");
  // As a backup does.
  await owner.transaction().execute(async (trx) => {
    await sql`lock table intake.answer_box in access share mode`.execute(trx);
    await closeWave(later, { wave: "autumn" });
  });
  expect(await bytes()).toBeGreaterThan(0);
  await closeWaves.run(later);
  expect(await bytes()).toBe(0);
});
