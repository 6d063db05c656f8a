import type { Db } from "../client.server.ts";

/** Only the hash of the token is kept: who reads this table cannot sign in with it. */
export interface Session {
  readonly tokenHash: Buffer;
  readonly viewerId: number;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Opens a session, and clears away those of the same viewer that have run out. */
export async function openSession(db: Db, session: Session): Promise<void> {
  await db.insertInto("records.session").values(session).execute();
  await db
    .deleteFrom("records.session")
    .where("viewerId", "=", session.viewerId)
    .where("expiresAt", "<=", session.createdAt)
    .execute();
}

/** Whose session it is; null when there is none or it has run out. */
export async function readSession(db: Db, tokenHash: Buffer, now: Date): Promise<number | null> {
  const row = await db
    .selectFrom("records.session")
    .select("viewerId")
    .where("tokenHash", "=", tokenHash)
    .where("expiresAt", ">", now)
    .executeTakeFirst();
  return row?.viewerId ?? null;
}

export async function closeSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("records.session").where("tokenHash", "=", tokenHash).execute();
}
