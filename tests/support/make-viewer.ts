import { hash } from "@node-rs/argon2";
import type { Role, Scope } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";

/** The password of everybody who signs in over HTTP. */
export const password = "un long mot de passe";

export interface MadeViewer {
  readonly email: string;
  readonly name?: string;
  readonly language?: "fr" | "en";
  readonly password?: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly Pick<Scope, "kind" | "key">[];
}

/** An account with its roles and scopes, valid for ever. The owner's login is needed. */
export async function makeViewer(db: Db, made: MadeViewer): Promise<number> {
  // Argon2id, as in the product, with the least work it allows.
  const cheap = { memoryCost: 1024, timeCost: 1 };
  const { id } = await db
    .insertInto("records.viewer")
    .values({
      email: made.email,
      name: made.name ?? made.email,
      language: made.language ?? "fr",
      passwordHash: made.password === undefined ? null : await hash(made.password, cheap),
      disabledAt: null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const valid = "[2020-01-01,)";
  for (const role of made.roles) {
    await db.insertInto("records.viewerRole").values({ viewerId: id, role, valid }).execute();
  }
  for (const scope of made.scopes) {
    await db
      .insertInto("records.viewerScope")
      .values({ viewerId: id, ...scope, valid })
      .execute();
  }
  return id;
}
