import { sql } from "kysely";
import type { Role, Scope } from "#app/model/viewer.ts";
import type { Db } from "../client.server.ts";

export interface ViewerDefinition {
  readonly email: string;
  readonly name: string;
  readonly language: "fr" | "en";
  /** Argon2id; null for somebody who signs in elsewhere. */
  readonly passwordHash: string | null;
  /** Signs in only while the demo company is loaded. */
  readonly demo: boolean;
  readonly roles: readonly Role[];
  readonly scopes: readonly Pick<Scope, "kind" | "key">[];
  /** From when the roles and scopes are held. */
  readonly since: string;
}

/**
 * Makes an account with its roles and scopes, all or nothing. Returns false when the address is
 * taken: the account that has it stays as it is.
 */
export async function defineViewer(db: Db, viewer: ViewerDefinition): Promise<boolean> {
  const { roles, scopes, since, ...account } = viewer;
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto("records.viewer")
      .values(account)
      .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (made === undefined) return false;
    const valid = sql<string>`daterange(${since}::date, null)`;
    for (const role of roles) {
      await trx
        .insertInto("records.viewerRole")
        .values({ viewerId: made.id, role, valid })
        .execute();
    }
    for (const { kind, key } of scopes) {
      await trx
        .insertInto("records.viewerScope")
        .values({ viewerId: made.id, kind, key, valid })
        .execute();
    }
    return true;
  });
}
