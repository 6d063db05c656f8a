import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { PushedChoices } from "./scim-tokens.ts";

/** A pushed user the people do not know of yet, as they are now. */
export interface PendingUser extends PushedChoices {
  readonly id: string;
  readonly resource: Buffer;
  readonly leftOn: string | null;
  readonly told: readonly string[];
  readonly version: number;
  /** They were deleted: what is left is the number they had. */
  readonly isDeleted: boolean;
  /** Another user that is active has the same number: this one says nothing of the person. */
  readonly isSuperseded: boolean;
}

/** Everybody who changed since they were taken, in the order they came. */
export async function readPendingUsers(db: Db): Promise<readonly PendingUser[]> {
  const { rows } = await sql<PendingUser>`
    select u.id, u.resource, u.left_on, u.told, u.version, t.number, t.unit, t.groups,
      u.user_name_key is null as is_deleted,
      not u.active and exists (
        select from intake.scim_user other
        where other.number_key = u.number_key and other.active and other.id <> u.id) as is_superseded
    from intake.scim_user u join intake.scim_token t on t.id = u.token_id
    where u.version <> u.taken_version order by u.position`.execute(db);
  return rows;
}

/** Marks as taken those who have not changed again meanwhile; of the deleted nothing stays. */
export async function markUsersTaken(
  db: Db,
  taken: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const versions = JSON.stringify(taken.map(({ id, version }) => ({ id, version })));
  await sql`
    with taken as (select * from jsonb_to_recordset(${versions}::jsonb) as t (id uuid, version integer)),
      gone as (
        delete from intake.scim_user u using taken t
        where u.id = t.id and u.version = t.version and u.user_name_key is null)
    update intake.scim_user u set taken_version = t.version from taken t
    where u.id = t.id and u.user_name_key is not null`.execute(db);
}

/** Removes those who left long ago: an identity provider that wants one back makes them anew. */
export async function forgetPushedLeavers(db: Db, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom("intake.scimUser")
    .where("active", "=", false)
    .where("leftOn", "<", before)
    .whereRef("version", "=", "takenVersion")
    .executeTakeFirst();
  return Number(numDeletedRows);
}

/** The users some references mean: by their id here, else by their number or name. */
export async function readReferredUsers(
  db: Db,
  references: { readonly ids: readonly string[]; readonly keys: readonly Buffer[] },
): Promise<
  readonly (Pick<PushedChoices, "number"> & {
    readonly id: string;
    readonly userNameKey: Buffer | null;
    readonly numberKey: Buffer | null;
    readonly resource: Buffer;
  })[]
> {
  if (references.ids.length === 0 && references.keys.length === 0) return [];
  return db
    .selectFrom("intake.scimUser as u")
    .innerJoin("intake.scimToken as t", "t.id", "u.tokenId")
    .where((eb) =>
      eb.or([
        eb("u.id", "=", eb.fn.any(eb.val([...references.ids]))),
        eb("u.numberKey", "=", eb.fn.any(eb.val([...references.keys]))),
        eb("u.userNameKey", "=", eb.fn.any(eb.val([...references.keys]))),
      ]),
    )
    .select(["u.id", "u.userNameKey", "u.numberKey", "u.resource", "t.number"])
    .execute();
}
