import type pg from "pg";
import { openConnection } from "../client.server.ts";

/** A connection of one's own: temporary tables, COPY and locks live on it. */
export type Session = pg.Client;

/** What a session may be asked to hold while it works: one number a kind of intake. */
export const locks = { people: 7_241_010, connection: 7_241_011, survey: 7_241_012 } as const;

/** Does the work on a connection of its own and ends it, whatever happens. */
export async function withSession<T>(
  url: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await openConnection(url);
  // A server that goes away fails the query under way; nothing else has to hear of it.
  session.on("error", () => {});
  try {
    // Compiling a statement takes longer than running it on sets of this size.
    await session.query("set client_min_messages = warning; set jit = off");
    return await work(session);
  } finally {
    await session.end();
  }
}

/** Waits until nobody else does that kind of intake; held until the session ends. */
export async function holdLock(session: Session, lock: number): Promise<void> {
  await session.query("select pg_advisory_lock($1)", [lock]);
}

/** All of it, or nothing. */
export async function inTransaction<T>(session: Session, work: () => Promise<T>): Promise<T> {
  await session.query("begin");
  try {
    const result = await work();
    await session.query("commit");
    return result;
  } catch (error) {
    // The first error is the one to hear of; a connection that is gone has rolled back already.
    await session.query("rollback").catch(() => {});
    throw error;
  }
}
