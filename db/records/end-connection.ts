import type { Db } from "../client.server.ts";

export interface Ending {
  readonly key: string;
  /** The last day it was in use, `YYYY-MM-DD`. */
  readonly on: string;
  /** Key of the connection that goes on in its place. */
  readonly successor: string | null;
}

/**
 * Ends a connection: it is read no more, and no week waits for it. What was read from it stays, and
 * files can still be added to it. Said again, it corrects the day and the successor. Returns titles.
 * @throws when one of them does not exist, or they would succeed each other in a circle.
 */
export async function endConnection(
  db: Db,
  { key, on, successor }: Ending,
): Promise<{ readonly title: string; readonly successor: string | null }> {
  return db.transaction().execute(async (trx) => {
    const all = await trx
      .selectFrom("records.connection")
      .select(["id", "key", "title", "successorId"])
      .forUpdate()
      .execute();
    const named = (wanted: string) => {
      const found = all.find((one) => one.key === wanted);
      if (found === undefined) throw new Error(`There is no connection “${wanted}”.`);
      return found;
    };
    const ended = named(key);
    const next = successor === null ? null : named(successor);
    const after = new Map(all.map(({ id, successorId }) => [id, successorId]));
    for (let id = next?.id ?? null; id !== null; id = after.get(id) ?? null) {
      if (id === ended.id) throw new Error(`“${key}” cannot be continued by itself.`);
    }
    await trx
      .updateTable("records.connection")
      .set({ state: "ended", endedOn: on, successorId: next?.id ?? null })
      .where("id", "=", ended.id)
      .execute();
    return { title: ended.title, successor: next?.title ?? null };
  });
}
