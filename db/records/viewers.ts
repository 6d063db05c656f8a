import { sql } from "kysely";
import type { Role, Scope, Viewer } from "#app/model/viewer.ts";
import type { Db } from "../client.server.ts";

/** A viewer with the roles and scopes valid on a day; null for nobody and for who is disabled. */
export async function readViewer(db: Db, id: number, day: string): Promise<Viewer | null> {
  const row = await db
    .selectFrom("records.viewer")
    .select(["id", "name", "email", "language"])
    .where("id", "=", id)
    .where("disabledAt", "is", null)
    .executeTakeFirst();
  if (!row) return null;
  const [roles, scopes] = await Promise.all([readRoles(db, id, day), readScopes(db, id, day)]);
  return { ...row, language: row.language === "en" ? "en" : "fr", roles, scopes };
}

/** Who holds which role on a day: promised to everybody, so names are shown. */
export async function readRoleHolders(
  db: Db,
  day: string,
): Promise<readonly { readonly role: Role; readonly name: string }[]> {
  return db
    .selectFrom("records.viewerRole")
    .innerJoin("records.viewer", "records.viewer.id", "records.viewerRole.viewerId")
    .select(["records.viewerRole.role", "records.viewer.name"])
    .where("records.viewer.disabledAt", "is", null)
    .where(sql<boolean>`records.viewer_role.valid @> ${day}::date`)
    .orderBy("records.viewer.name")
    .$castTo<{ role: Role; name: string }>()
    .execute();
}

async function readRoles(db: Db, id: number, day: string): Promise<readonly Role[]> {
  const rows = await db
    .selectFrom("records.viewerRole")
    .select("role")
    .where("viewerId", "=", id)
    .where(sql<boolean>`valid @> ${day}::date`)
    .orderBy("role")
    .$castTo<{ role: Role }>()
    .execute();
  return rows.map(({ role }) => role);
}

/**
 * The scopes, each with its place in the organisation as it was last released. A scope that no
 * release knows stands alone: it reaches nothing above or beside it.
 */
async function readScopes(db: Db, id: number, day: string): Promise<readonly Scope[]> {
  const { rows } = await sql<{ kind: Scope["kind"]; key: string; path: string[] | null }>`
    select s.kind, s.key, place.path
    from records.viewer_scope s
    left join lateral (
      select p.path from figures.population p join figures.release r on r.id = p.release_id
      where p.key = s.key and r.as_of is null order by r.released_at desc, r.id desc limit 1
    ) place on true
    where s.viewer_id = ${id} and s.valid @> ${day}::date
    order by s.kind, s.key`.execute(db);
  return rows.map(({ kind, key, path }) => ({ kind, key, path: path ?? [key] }));
}

/** Everybody who has or had an account, by name. */
export async function accountNames(
  db: Db,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return db.selectFrom("records.viewer").select(["id", "name"]).orderBy("id").execute();
}
