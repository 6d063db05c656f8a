import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** `none` for a company of one's own, and before anything is loaded. */
export type DemoState = "none" | "loading" | "ready";

const KEY = "demo";

/** Whether the demo company is there. */
export async function readDemoState(db: Db): Promise<DemoState> {
  const row = await db
    .selectFrom("records.setting")
    .select("value")
    .where("key", "=", KEY)
    .executeTakeFirst();
  return row?.value === "loading" || row?.value === "ready" ? row.value : "none";
}

/** Says how far the demo company is, for those who wait for it. Worker only. */
export async function writeDemoState(db: Db, state: DemoState): Promise<void> {
  const value = JSON.stringify(state);
  await db
    .insertInto("records.setting")
    .values({ key: KEY, value, changedBy: "demo" })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet({ value, changedAt: sql`now()`, changedBy: "demo" }),
    )
    .execute();
}

/** Whether nothing has been put in yet: no demo company, no company of one's own. */
export async function isEmpty(db: Db): Promise<boolean> {
  const { rows } = await sql<{ empty: boolean }>`
    select not exists (select from intake.person)
       and not exists (select from records.connection)
       and not exists (select from records.setting where key = ${KEY}) as empty`.execute(db);
  return rows[0]?.empty ?? false;
}

/** The addresses that sign in to the demo company; nobody once it is gone. */
export async function readDemoViewers(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("records.viewer")
    .select("email")
    .where("demo", "=", true)
    .where("disabledAt", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ email }) => email);
}
