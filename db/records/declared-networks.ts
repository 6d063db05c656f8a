import type { DeclaredNetwork } from "#app/model/declaration.ts";
import type { Db } from "../client.server.ts";

/** A network this version can read, as its connector declares it. */
export interface KnownNetwork {
  readonly network: string;
  readonly title: string;
  readonly declaration: DeclaredNetwork;
}

/** In the order they are offered. */
export async function readDeclaredNetworks(db: Db): Promise<readonly KnownNetwork[]> {
  return db
    .selectFrom("records.network")
    .orderBy("position")
    .select(["network", "title", "declaration"])
    .execute();
}
