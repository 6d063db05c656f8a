import type { Db } from "../client.server.ts";

/** A network that is no longer in use, and the one that goes on in its place. */
export interface Succession {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly successor: string | null;
}

/** The networks that ended between two days, both included, in the order they did. */
export async function readSuccessions(
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly Succession[]> {
  const rows = await db
    .selectFrom("records.connection as c")
    .leftJoin("records.connection as next", "next.id", "c.successorId")
    .where("c.state", "=", "ended")
    .where("c.endedOn", ">=", from)
    .where("c.endedOn", "<=", to)
    .orderBy("c.endedOn")
    .orderBy("c.title")
    .orderBy("c.id")
    .select(["c.title", "c.endedOn as on", "next.title as successor"])
    .execute();
  return rows.flatMap(({ title, on, successor }) =>
    on === null ? [] : [{ title, on, successor }],
  );
}
