import type { Db } from "../client.server.ts";
import type { Refusal } from "../schema.ts";

/** One part of a night, as it went. */
export interface NightStep {
  readonly name: string;
  /** Title of the network it read; null for a step that reads none. */
  readonly network: string | null;
  readonly state: string;
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
  readonly refusals: readonly Refusal[];
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly message: string | null;
  /** Why a network could not be read: a word, and the HTTP status where there was one. */
  readonly trouble: string | null;
  readonly troubleStatus: number | null;
  /** How far that network has been read by now. */
  readonly coveredTo: Date | null;
}

export interface Night {
  readonly id: number;
  readonly startedAt: Date;
  readonly state: string;
  readonly steps: readonly NightStep[];
}

/** The last nights, newest first, each with its steps in their order. */
export async function readNights(db: Db, most: number): Promise<readonly Night[]> {
  const nights = await db
    .selectFrom("records.night")
    .select(["id", "startedAt", "state"])
    .orderBy("id", "desc")
    .limit(most)
    .execute();
  if (nights.length === 0) return [];
  const steps = await db
    .selectFrom("records.nightStep as s")
    .leftJoin("records.connection as c", "c.id", "s.connectionId")
    .where(
      "s.nightId",
      "in",
      nights.map(({ id }) => id),
    )
    .orderBy("s.nightId")
    .orderBy("s.position")
    .select([
      "s.nightId",
      "s.name",
      "c.title as network",
      "s.state",
      "s.read",
      "s.kept",
      "s.refused",
      "s.refusals",
      "s.startedAt",
      "s.finishedAt",
      "s.message",
      "s.trouble",
      "s.troubleStatus",
      "c.coveredTo",
    ])
    .execute();
  return nights.map((night) => ({
    ...night,
    steps: steps.flatMap(({ nightId, ...step }) => (nightId === night.id ? [step] : [])),
  }));
}
