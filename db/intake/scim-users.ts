import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A pushed user: pseudonyms to find them by, and the rest encrypted. */
export interface PushedUser {
  readonly id: string;
  readonly tokenId: number;
  readonly userNameKey: Buffer | null;
  readonly externalKey: Buffer | null;
  readonly emailKeys: readonly Buffer[];
  readonly numberKey: Buffer | null;
  readonly resource: Buffer;
  readonly active: boolean;
  readonly leftOn: string | null;
  readonly told: readonly string[];
  readonly version: number;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

/** What narrows a list down before anything is decrypted. */
export interface PushedNarrowing {
  readonly id?: string;
  readonly userNameKey?: Buffer;
  readonly externalKey?: Buffer;
  readonly emailKey?: Buffer;
  readonly active?: boolean;
  readonly modifiedAfter?: Date;
}

const columns = [
  "id",
  "tokenId",
  "userNameKey",
  "externalKey",
  "emailKeys",
  "numberKey",
  "resource",
  "active",
  "leftOn",
  "told",
  "version",
  "createdAt",
  "modifiedAt",
] as const;

/** Adds a user. False when the user name is taken. */
export async function addPushedUser(db: Db, user: Omit<PushedUser, "version">): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto("intake.scimUser")
    .values({ ...user, emailKeys: [...user.emailKeys], told: [...user.told] })
    .onConflict((conflict) => conflict.column("userNameKey").doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** One that was not deleted. `keep` holds it until the transaction ends. */
export async function findPushedUser(
  db: Db,
  id: string,
  { keep = false } = {},
): Promise<PushedUser | null> {
  const query = db
    .selectFrom("intake.scimUser")
    .where("id", "=", id)
    .where("userNameKey", "is not", null)
    .select(columns);
  return (await (keep ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

/** Whether another user has this name. */
export async function isUserNameTaken(db: Db, userNameKey: Buffer, id: string): Promise<boolean> {
  const found = await db
    .selectFrom("intake.scimUser")
    .where("userNameKey", "=", userNameKey)
    .where("id", "<>", id)
    .select("id")
    .executeTakeFirst();
  return found !== undefined;
}

export async function changePushedUser(
  db: Db,
  { id, version, createdAt: _, ...user }: PushedUser,
): Promise<void> {
  await db
    .updateTable("intake.scimUser")
    .set({
      ...user,
      emailKeys: [...user.emailKeys],
      told: [...user.told],
      version: version + 1,
    })
    .where("id", "=", id)
    .execute();
}

/** How many there are, and one stretch of them in the order they came. */
export async function listPushedUsers(
  db: Db,
  narrowing: PushedNarrowing,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly users: readonly PushedUser[] }> {
  const { id, userNameKey, externalKey, emailKey, active, modifiedAfter } = narrowing;
  let query = db.selectFrom("intake.scimUser").where("userNameKey", "is not", null);
  if (id !== undefined) query = query.where("id", "=", id);
  if (userNameKey !== undefined) query = query.where("userNameKey", "=", userNameKey);
  if (externalKey !== undefined) query = query.where("externalKey", "=", externalKey);
  if (emailKey !== undefined) {
    query = query.where(sql<boolean>`email_keys @> array[${emailKey}]::bytea[]`);
  }
  if (active !== undefined) query = query.where("active", "=", active);
  if (modifiedAfter !== undefined) query = query.where("modifiedAt", ">", modifiedAfter);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  if (limit === 0 || offset >= total) return { total, users: [] };
  const users = await query
    .orderBy("position")
    .offset(offset)
    .limit(limit)
    .select(columns)
    .execute();
  return { total, users };
}

/** Removes a user nobody has to hear of, and who is in which group. */
export async function removePushedUser(db: Db, id: string): Promise<void> {
  await db.deleteFrom("intake.scimUser").where("id", "=", id).execute();
  await db.deleteFrom("intake.scimGroupMember").where("memberId", "=", id).execute();
}

/** Takes somebody out of the groups they are in, and marks the groups as changed. */
export async function leavePushedGroups(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable("intake.scimGroup")
    .set((eb) => ({ version: eb("version", "+", 1), modifiedAt: now }))
    .where("id", "in", (eb) =>
      eb.selectFrom("intake.scimGroupMember").where("memberId", "=", id).select("groupId"),
    )
    .execute();
  await db.deleteFrom("intake.scimGroupMember").where("memberId", "=", id).execute();
}

/** Erases how somebody is called and reached, at once. */
export async function eraseDirectoryOf(db: Db, personKey: Buffer): Promise<void> {
  await db
    .deleteFrom("intake.directory")
    .where("personId", "in", (eb) =>
      eb.selectFrom("intake.person").where("key", "=", personKey).select("id"),
    )
    .execute();
}
