import type { Db } from "../client.server.ts";

/** An address under a name. It says what to look at, and nothing of what is seen there. */
export interface SavedView {
  readonly id: number;
  readonly name: string;
  readonly address: string;
}

/** The views of one viewer, who alone sees the list. */
export async function readSavedViews(db: Db, viewerId: number): Promise<readonly SavedView[]> {
  return db
    .selectFrom("records.savedView")
    .where("viewerId", "=", viewerId)
    .orderBy("name")
    .select(["id", "name", "address"])
    .execute();
}

/** Keeps a view in place of the one that had its name; false where there are as many as may be. */
export async function saveView(
  db: Db,
  viewerId: number,
  { name, address, at }: { readonly name: string; readonly address: string; readonly at: Date },
  most: number,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("records.savedView")
      .where("viewerId", "=", viewerId)
      .where("name", "=", name)
      .execute();
    const { kept } = await trx
      .selectFrom("records.savedView")
      .where("viewerId", "=", viewerId)
      .select((eb) => eb.fn.countAll().as("kept"))
      .executeTakeFirstOrThrow();
    if (Number(kept) >= most) return false;
    await trx
      .insertInto("records.savedView")
      .values({ viewerId, name, address, savedAt: at })
      .execute();
    return true;
  });
}

/** Takes a view away; false where this viewer has none of that number. */
export async function forgetView(db: Db, viewerId: number, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("records.savedView")
    .where("viewerId", "=", viewerId)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
