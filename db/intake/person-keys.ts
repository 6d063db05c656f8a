import type { Db } from "../client.server.ts";

/** The id of everybody who was ever employed, by the pseudonym of their HR number in hexadecimal. */
export async function readPersonKeys(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.selectFrom("intake.person").select(["id", "key"]).execute();
  return new Map(rows.map(({ id, key }) => [key.toString("hex"), id]));
}
