import type { Db } from "../client.server.ts";

/** How whoever holds a token writes people down. */
export interface PushedChoices {
  readonly number: string;
  readonly unit: readonly string[];
  readonly groups: string;
}

export interface ScimToken extends PushedChoices {
  readonly id: number;
  readonly label: string;
  readonly createdAt: Date;
  readonly usedOn: string | null;
  readonly revokedAt: Date | null;
}

const columns = [
  "id",
  "label",
  "number",
  "unit",
  "groups",
  "createdAt",
  "usedOn",
  "revokedAt",
] as const;

/** Keeps the hash of a new token; the token itself is nowhere. Returns its id. */
export async function addScimToken(
  db: Db,
  token: PushedChoices & {
    readonly label: string;
    readonly hash: Buffer;
    readonly createdAt: Date;
  },
): Promise<number> {
  const { id } = await db
    .insertInto("intake.scimToken")
    .values({ ...token, unit: [...token.unit], usedOn: null, revokedAt: null })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export async function listScimTokens(db: Db): Promise<readonly ScimToken[]> {
  return db.selectFrom("intake.scimToken").orderBy("id").select(columns).execute();
}

/** Those that open the door: several at once while one replaces another. */
export async function readScimHashes(
  db: Db,
): Promise<readonly (ScimToken & { readonly hash: Buffer })[]> {
  return db
    .selectFrom("intake.scimToken")
    .where("revokedAt", "is", null)
    .select([...columns, "hash"])
    .execute();
}

/** Written once a day: enough to see which one nobody uses any more. */
export async function markScimTokenUsed(db: Db, id: number, day: string): Promise<void> {
  await db
    .updateTable("intake.scimToken")
    .set({ usedOn: day })
    .where("id", "=", id)
    .where((eb) => eb.or([eb("usedOn", "is", null), eb("usedOn", "<", day)]))
    .execute();
}

/** Closes the door to a token, at once. False when there is none by that id. */
export async function revokeScimToken(db: Db, id: number, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("intake.scimToken")
    .set({ revokedAt: now })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
