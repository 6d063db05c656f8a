import type { Db } from "../../client.server.ts";

/** Somebody who asks for their rights: found by the pseudonym of their HR number. */
export interface OnePerson {
  readonly id: number;
  readonly key: Buffer;
}

/** Null when nobody in the HR file has, or had, this number. */
export async function findPerson(db: Db, key: Buffer): Promise<OnePerson | null> {
  const person = await db
    .selectFrom("intake.person")
    .where("key", "=", key)
    .select(["id", "key"])
    .executeTakeFirst();
  return person ?? null;
}

/** The barometers within each of which a person keeps one pseudonym. */
export async function readProgrammes(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom("records.barometer").select("key").orderBy("key").execute();
  return rows.map(({ key }) => key);
}
