import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** How many failures within how long stop an address from being tried further. */
export interface Patience {
  readonly failures: number;
  readonly minutes: number;
}

/**
 * Takes one attempt for an address, counted as failed until it succeeds; false when there have
 * been too many. Attempts for one address wait for each other, so that a thousand at once are
 * counted like a thousand in a row.
 */
export async function takeAttempt(
  db: Db,
  emailHash: Buffer,
  now: Date,
  { failures, minutes }: Patience,
): Promise<boolean> {
  return db.transaction().execute(async (within) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${emailHash.toString("hex")}, 0))`.execute(
      within,
    );
    const since = new Date(now.getTime() - minutes * 60_000);
    const { failed } = await within
      .selectFrom("records.signInAttempt")
      .select(({ fn }) => fn.countAll<number>().as("failed"))
      .where("emailHash", "=", emailHash)
      .where("succeeded", "=", false)
      .where("at", ">", since)
      .where(
        sql<boolean>`at > coalesce((select max(at) from records.sign_in_attempt
          where email_hash = ${emailHash} and succeeded), '-infinity')`,
      )
      .executeTakeFirstOrThrow();
    if (failed >= failures) return false;
    await within
      .insertInto("records.signInAttempt")
      .values({ emailHash, at: now, succeeded: false })
      .execute();
    return true;
  });
}

/** Remembers that an address was signed in with: the failures before it no longer count. */
export async function noteSuccess(db: Db, emailHash: Buffer, now: Date): Promise<void> {
  await db
    .insertInto("records.signInAttempt")
    .values({ emailHash, at: now, succeeded: true })
    .execute();
}

/** The hash to check a password against; null for an address nobody here has. */
export async function readPasswordHash(
  db: Db,
  email: string,
): Promise<{ readonly viewerId: number; readonly passwordHash: string } | null> {
  const { rows } = await sql<{ viewerId: number; passwordHash: string }>`
    select viewer_id, password_hash from records.password_of(${email})`.execute(db);
  return rows[0] ?? null;
}
