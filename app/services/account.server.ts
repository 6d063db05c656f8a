import type { Role, Scope } from "#app/model/viewer.ts";
import type { ViewerVisit } from "./visit.server.ts";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly scopes: readonly Pick<Scope, "kind" | "key">[];
}

/** What the barometer knows about whoever is signed in, for themselves. */
export function readAccount({ viewer }: ViewerVisit): Account {
  const { name, email, roles, scopes } = viewer;
  return {
    name,
    email,
    roles,
    // The key without its kind, as people know it.
    scopes: scopes.map(({ kind, key }) => ({ kind, key: key.replace(/^[a-z-]+:/, "") })),
  };
}
