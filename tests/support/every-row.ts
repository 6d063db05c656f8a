import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/** Every row of every table of the product, as text: for looking for what must not be there. */
export async function everyRow(owner: Db): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('intake', 'counts', 'figures', 'records', 'pgboss', 'public')
    order by 1`.execute(owner);
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`
      select whole::text as row from ${sql.raw(name)} as whole`.execute(owner);
    texts.push(name, ...rows.map(({ row }) => row));
  }
  return texts.join("\n");
}
