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
  /** Title of the one that goes on in its place. */
  readonly successor: string | null;
  readonly coveredTo: Date | null;
}

export async function readConnections(db: Db): Promise<readonly KnownConnection[]> {
  return db
    .selectFrom("records.connection as c")
    .leftJoin("records.connection as next", "next.id", "c.successorId")
    .select([
      "c.key",
      "c.network",
      "c.title",
      "c.supplies",
      "c.state",
      "c.fedBy",
      "c.beginsOn",
      "c.endedOn",
      "c.coveredTo",
      "next.title as successor",
    ])
    .orderBy("c.title")
    .orderBy("c.id")
    .execute();
}
