import { openConnection } from "./client.server.ts";

/** One number a kind of work, so that two workers never do the same work at once. */
const locks = { night: 7_241_003, demo: 7_241_004, often: 7_241_005, minute: 7_241_006 } as const;

/**
 * Does the work under a lock held by a connection of its own: whoever dies lets go of it. Returns
 * null, without doing anything, when somebody else is at it.
 */
export async function oneAtATime<T>(
  url: string,
  what: keyof typeof locks,
  work: () => Promise<T>,
): Promise<T | null> {
  const connection = await openConnection(url);
  // The lock is lost with its connection; the work is safe to repeat, so it is not torn down.
  connection.on("error", () => {});
  try {
    const { rows } = await connection.query("select pg_try_advisory_lock($1) as mine", [
      locks[what],
    ]);
    return rows[0].mine ? await work() : null;
  } finally {
    await connection.end();
  }
}
