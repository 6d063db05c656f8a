import type { Db } from "../client.server.ts";

/** A configured server or workspace, as the pages know it: never its settings. */
export interface KnownConnection {
  readonly key: string;
  readonly network: string;
  readonly title: string;
  readonly supplies: readonly string[];
  readonly state: string;
  readonly fedBy: string;
  readonly beginsOn: string | null;
  readonly endedOn: string | null;
  readonly coveredTo: Date | null;
}

export async function readConnections(db: Db): Promise<readonly KnownConnection[]> {
  return db
    .selectFrom("records.connection")
    .select([
      "key",
      "network",
      "title",
      "supplies",
      "state",
      "fedBy",
      "beginsOn",
      "endedOn",
      "coveredTo",
    ])
    .orderBy("title")
    .execute();
}
