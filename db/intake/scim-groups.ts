import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** A pushed group: pseudonyms to find it by, its name encrypted. */
export interface PushedGroup {
  readonly id: string;
  readonly nameKey: Buffer;
  readonly externalKey: Buffer | null;
  readonly resource: Buffer;
  readonly version: number;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

export interface PushedMember {
  readonly groupId: string;
  readonly memberId: string;
  readonly isGroup: boolean;
}

export interface GroupNarrowing {
  readonly id?: string;
  readonly nameKey?: Buffer;
  readonly externalKey?: Buffer;
  readonly memberId?: string;
}

const columns = [
  "id",
  "nameKey",
  "externalKey",
  "resource",
  "version",
  "createdAt",
  "modifiedAt",
] as const;

export async function addPushedGroup(db: Db, group: Omit<PushedGroup, "version">): Promise<void> {
  await db.insertInto("intake.scimGroup").values(group).execute();
}

/** One group. `keep` holds it until the transaction ends. */
export async function findPushedGroup(
  db: Db,
  id: string,
  { keep = false } = {},
): Promise<PushedGroup | null> {
  const query = db.selectFrom("intake.scimGroup").where("id", "=", id).select(columns);
  return (await (keep ? query.forUpdate() : query).executeTakeFirst()) ?? null;
}

export async function changePushedGroup(
  db: Db,
  { id, version, createdAt: _, ...group }: PushedGroup,
): Promise<void> {
  await db
    .updateTable("intake.scimGroup")
    .set({ ...group, version: version + 1 })
    .where("id", "=", id)
    .execute();
}

export async function removePushedGroup(db: Db, id: string): Promise<void> {
  await db.deleteFrom("intake.scimGroup").where("id", "=", id).execute();
  await db.deleteFrom("intake.scimGroupMember").where("memberId", "=", id).execute();
}

export async function listPushedGroups(
  db: Db,
  { id, nameKey, externalKey, memberId }: GroupNarrowing,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly groups: readonly PushedGroup[] }> {
  let query = db.selectFrom("intake.scimGroup as g");
  if (id !== undefined) query = query.where("g.id", "=", id);
  if (nameKey !== undefined) query = query.where("g.nameKey", "=", nameKey);
  if (externalKey !== undefined) query = query.where("g.externalKey", "=", externalKey);
  if (memberId !== undefined) {
    query = query.where("g.id", "in", (eb) =>
      eb
        .selectFrom("intake.scimGroupMember as m")
        .where("m.memberId", "=", memberId)
        .select("m.groupId"),
    );
  }
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  if (limit === 0 || offset >= total) return { total, groups: [] };
  const groups = await query
    .orderBy("g.position")
    .offset(offset)
    .limit(limit)
    .select(columns.map((name) => `g.${name}` as const))
    .execute();
  return { total, groups };
}

/** Who is in some groups, by group; in all of them when none is named. */
export async function membersByGroup(
  db: Db,
  groups?: readonly string[],
): Promise<ReadonlyMap<string, readonly PushedMember[]>> {
  const members = new Map<string, PushedMember[]>();
  if (groups?.length === 0) return members;
  const query = db
    .selectFrom("intake.scimGroupMember")
    .orderBy("memberId")
    .select(["groupId", "memberId", "isGroup"]);
  const rows = groups === undefined ? query : query.where("groupId", "in", groups);
  for (const row of await rows.execute()) {
    const known = members.get(row.groupId);
    if (known === undefined) members.set(row.groupId, [row]);
    else known.push(row);
  }
  return members;
}

/** Which of these ids are groups, which users; others are nobody's. */
export async function whatTheyAre(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, "user" | "group">> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; what: "user" | "group" }>`
    select id, 'user' as what from intake.scim_user where id = any(${[...ids]}::uuid[])
    union all select id, 'group' from intake.scim_group where id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, what }) => [id, what]));
}

/** Makes the members of a group exactly these. */
export async function writePushedMembers(
  db: Db,
  groupId: string,
  members: readonly Omit<PushedMember, "groupId">[],
): Promise<void> {
  const rows = JSON.stringify(members.map(({ memberId, isGroup }) => ({ id: memberId, isGroup })));
  await sql`
    with said as (select * from jsonb_to_recordset(${rows}::jsonb) as s (id uuid, "isGroup" boolean)),
      gone as (
        delete from intake.scim_group_member m
        where m.group_id = ${groupId} and m.member_id not in (select id from said))
    insert into intake.scim_group_member (group_id, member_id, is_group)
    select ${groupId}::uuid, id, "isGroup" from said
    on conflict (group_id, member_id) do update set is_group = excluded.is_group`.execute(db);
}

/** Whoever is in a group, or in one inside it, is to be looked at again: their unit may be another. */
export async function touchMembersOf(db: Db, groupId: string): Promise<void> {
  await sql`
    with recursive inside (id, is_group) as (
      select member_id, is_group from intake.scim_group_member where group_id = ${groupId}
      union
      select m.member_id, m.is_group from intake.scim_group_member m
      join inside i on i.is_group and m.group_id = i.id
    )
    update intake.scim_user set version = version + 1
    where id in (select id from inside where not is_group)`.execute(db);
}
