import { sql } from "kysely";
import type { Db } from "../client.server.ts";

const KEY = "letter-address";

/** Where letters to the worker are sealed for; null before its first night or import. */
export async function readLetterAddress(db: Db): Promise<Buffer | null> {
  const row = await db
    .selectFrom("records.setting")
    .select("value")
    .where("key", "=", KEY)
    .executeTakeFirst();
  return typeof row?.value === "string" ? Buffer.from(row.value, "base64") : null;
}

/** Says where letters go; writes only when that changed. Worker only. */
export async function writeLetterAddress(db: Db, address: Buffer): Promise<void> {
  const value = JSON.stringify(address.toString("base64"));
  await db
    .insertInto("records.setting")
    .values({ key: KEY, value, changedBy: "worker" })
    .onConflict((conflict) =>
      conflict
        .column("key")
        .doUpdateSet({ value, changedAt: sql`now()`, changedBy: "worker" })
        .where(sql<boolean>`setting.value is distinct from excluded.value`),
    )
    .execute();
}
