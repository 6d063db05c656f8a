import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#db/client.server.ts";
import { runNight } from "#jobs/nightly.ts";
import { openWave } from "#jobs/waves.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeCompany, makeWave } from "#tests/support/make-company.ts";

/** Everything a login can read, but for the nights, which say when they ran. */
async function everythingFor(login: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string; columns: string }>`
    select format('%I.%I', n.nspname, c.relname) as name, (
      select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(c.oid, a.attnum, 'SELECT')) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('intake', 'counts', 'figures', 'records') and c.relkind in ('r', 'p')
      and has_schema_privilege(n.oid, 'USAGE') and has_any_column_privilege(c.oid, 'SELECT')
      and c.relname not like 'night%' order by 1`.execute(login);
  const texts: string[] = [];
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ row: string }>`
      select row(${sql.raw(columns)})::text as row from ${sql.raw(name)} order by 1`.execute(login);
    texts.push(name, ...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}

for (const mode of ["confidential", "anonymous"] as const) {
  test(`P6: while a wave is open (${mode}) nobody who looks can tell how many have answered`, async ({
    database,
    owner,
    worker,
    web,
    steward,
    reader,
  }) => {
    await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 30 } });
    await makeWave(owner, { key: "spring", mode });
    const context = contextOf(database, worker, "2026-03-02T08:00:00Z");
    const invitations = await openWave(context, { wave: "spring" });
    const look = async () => ({
      web: await everythingFor(web),
      steward: await everythingFor(steward),
      reader: await everythingFor(reader),
    });
    const before = await look();
    expect(before.web).toContain("spring");
    for (const [index, { code }] of invitations.entries()) {
      await sql`select intake.submit(${code}, '{"1": 4, "2": 3}')`.execute(web);
      if (![0, 3, 20, 60].includes(index)) continue;
      const clock = () => new Date("2026-03-05T02:00:00Z");
      expect((await runNight(context, { clock }))?.failures).toBe(0);
      expect(await look()).toEqual(before);
    }
    // The nights differ by when they ran, and by nothing that was answered in between.
    const { rows: steps } = await sql`
      select name, read, kept, refused, refusals, message from records.night_step
      group by 1, 2, 3, 4, 5, 6 having count(*) <> 4`.execute(web);
    expect(steps).toEqual([]);
  });
}
