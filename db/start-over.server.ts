import pg from "pg";
import { migrations } from "./migrations/index.ts";

/**
 * Empties a database whose demo company was never finished, as its owner, so that it can be
 * migrated again. Released figures can be deleted in no other way, which is why this looks first:
 * anything but an unfinished demo company is left alone, and false is returned.
 */
export async function startOver(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "barometer demo" });
  await client.connect();
  try {
    await client.query("set client_min_messages = warning");
    await client.query("begin");
    const { rowCount } = await client.query(
      `select from records.setting where key = 'demo' and value = '"loading"' for update`,
    );
    if (rowCount === 1) {
      await client.query("drop schema intake, counts, figures, records cascade");
      await client.query("delete from public.migration where name = any($1)", [
        migrations.map(({ name }) => name),
      ]);
    }
    await client.query("commit");
    return rowCount === 1;
  } finally {
    await client.end();
  }
}
