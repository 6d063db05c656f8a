import { inspect } from "node:util";
import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { copyInto, copyLine } from "#db/intake/copy.ts";
import { withSession } from "#db/intake/session.ts";
import { runNight } from "#jobs/nightly.ts";
import { openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { takePeople } from "#tests/support/import-people.ts";
import { makeWave } from "#tests/support/make-company.ts";

/** What people must be able to say and be called without finding it again anywhere. */
const planted = {
  answer: "31337.25",
  text: "mon chef me crie dessus",
  name: "Zénobie Canari",
  number: "HR-90210",
  email: "zenobie.canari@halles.example",
};

async function failing(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => {
      throw new Error("nothing failed");
    },
    (reason: unknown) => reason,
  );
  // Everything a logger could print: hidden properties, causes and all.
  return `${inspect(error, { showHidden: true, depth: 6 })} ${JSON.stringify(error)}`;
}

test("an error of the database repeats neither the row it refused nor what it could not read", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makeWave(owner, { key: "spring" });
  await sql`insert into intake.frame_cell (wave_id, cell) select id, 0 from records.wave`.execute(
    owner,
  );
  const answers = `{${planted.answer}}`;
  const once = (db: Db, id: string) =>
    sql`
    insert into intake.response (id, wave_id, cell, answers, states)
    values (${id}::uuid, 1, 0, ${answers}::float8[], '{1}')`.execute(db);
  const one = "00000000-0000-4000-8000-000000000001";
  await once(worker, one);
  const errors = await Promise.all([
    failing(once(worker, one)),
    failing(
      sql`insert into intake.response (wave_id, cell, answers, states) values (1, 7, ${answers}::float8[], '{1}')`.execute(
        worker,
      ),
    ),
    failing(
      sql`insert into intake.response (wave_id, cell, answers, states) values (1, 0, ${answers}::float8[], null)`.execute(
        worker,
      ),
    ),
    failing(sql`select ${planted.text}::integer`.execute(worker)),
    failing(sql`select ${`[${planted.text}`}::jsonb`.execute(web)),
    failing(sql`select ${`{${planted.text}`}::integer[]`.execute(web)),
    failing(sql`select ${planted.answer}::float8::text::integer`.execute(web)),
    failing(
      withSession(database.url("worker"), async (session) => {
        await session.query("create temp table told (at timestamptz)");
        await copyInto(session, "told", [copyLine([planted.text])]);
      }),
    ),
  ]);
  for (const error of errors) {
    expect(error).not.toContain(planted.answer);
    expect(error).not.toContain(planted.text);
    // Still of use to whoever has to find the fault.
    expect(error).toMatch(/code: '2[23]\w{3}'/);
  }
});

test("what nobody may answer is refused without being repeated", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makePeople(database, worker);
  await makeWave(owner, { key: "spring" });
  const [one] = await openWave(contextOf(database, worker, "2026-03-02T08:00:00Z"), {
    wave: "spring",
  });
  const submit = (answers: string) =>
    failing(sql`select intake.submit(${one?.code}, ${answers}::jsonb)`.execute(web));
  const errors = [
    await submit(`{"1": ${planted.answer}}`),
    await submit(JSON.stringify({ 1: planted.text })),
    await submit(JSON.stringify([planted.text])),
  ];
  for (const error of errors) {
    expect(error).not.toContain(planted.answer);
    expect(error).not.toContain(planted.text);
    expect(error).not.toContain(one?.code);
  }
});

test("a night writes no answer, name, address or code into its log, its page, the audit trail or a release", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await makePeople(database, worker);
  await makeWave(owner, { key: "spring" });
  await sql`update records.question set high = 99999 where kind = 'number'`.execute(owner);
  const lines: string[] = [];
  const contextAt = (now: string) => ({
    ...contextOf(database, worker, now),
    log: (line: string) => void lines.push(line),
    progress: (label: string) => void lines.push(label),
  });
  const invitations = await openWave(contextAt("2026-03-02T08:00:00Z"), { wave: "spring" });
  for (const { code } of invitations) {
    await sql`select intake.submit(${code}, ${`{"1": 4, "2": ${planted.answer}}`}::jsonb)`.execute(
      web,
    );
  }
  await sql`update records.wave set closes_at = '2026-03-20'`.execute(owner);
  const clock = () => new Date("2026-03-21T02:00:00Z");
  const report = await runNight(contextAt("2026-03-21T02:00:00Z"), { clock });
  expect(report?.failures).toBe(0);
  const { rows: answered } = await sql<{ n: number }>`
    select count(*) as n from intake.response where complete`.execute(owner);
  expect(answered[0]?.n).toBe(30);

  // One that fails in the middle, on a row that cannot be counted.
  await sql`update records.wave set state = 'closed' where key = 'spring'`.execute(owner);
  await sql`alter table counts.answer_cell add check (value < 1000) not valid`.execute(owner);
  const failed = await runNight(contextAt("2026-03-22T02:00:00Z"), { clock });
  expect(failed?.failures).toBeGreaterThan(0);

  const backup = await rowsOf(owner, ["figures", "records"]);
  expect(backup).toContain("trust");
  const told = [...lines, JSON.stringify([report, failed]), backup].join("\n");
  for (const secret of [...Object.values(planted), ...invitations.map(({ code }) => code)]) {
    expect(told).not.toContain(secret);
  }
  // Even a backup of everything names nobody: who somebody is, is encrypted under a key apart.
  const whole = await rowsOf(owner, ["intake", "counts", "figures", "records"]);
  const { name, number, email } = planted;
  for (const secret of [name, number, email, ...invitations.map(({ code }) => code)]) {
    expect(whole).not.toContain(secret);
    expect(whole).not.toContain(Buffer.from(secret).toString("hex"));
  }
});

async function makePeople(database: Parameters<typeof contextOf>[0], worker: Db): Promise<void> {
  const context = contextOf(database, worker, "2026-03-01T08:00:00Z");
  const others = Array.from(
    { length: 29 },
    (_, i) => `HR-${i};Autre ${i};a${i}@halles.example;Lyon`,
  );
  const report = await takePeople(
    context,
    "2026-03-01",
    ["number;name;mail;team", `${planted.number};${planted.name};${planted.email};Lyon`, ...others],
    { number: "number", name: "name", email: "mail", unit: { path: ["team"] } },
  );
  expect(report.kept).toBe(30);
}

/** Every row of some schemas, as a backup holds them. */
async function rowsOf(owner: Db, schemas: readonly string[]): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any(${[...schemas]}::text[]) order by 1`.execute(owner);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select whole::text as row from ${sql.raw(name)} as whole`.execute(owner);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
