import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** What `intake.submit` says of one code. */
export type Outcome = "accepted" | "unknown" | "closed" | "already";

export interface HandedIn {
  readonly code: string;
  /** By the position of the question: what was ticked, or that it was declined. */
  readonly answers: Readonly<Record<string, number | "declined">>;
}

/**
 * Hands in many finished answers at once, all or none, under the login `web`, and returns how many
 * met with which outcome: never which.
 */
export async function submitAnswers(
  db: Db,
  handedIn: readonly HandedIn[],
): Promise<ReadonlyMap<Outcome, number>> {
  const { rows } = await sql<{ outcome: Outcome; times: number }>`
    select outcome, count(*) as times
    from (
      select intake.submit(code, answers::jsonb) as outcome
      from unnest(${handedIn.map(({ code }) => code)}::text[],
        ${handedIn.map(({ answers }) => JSON.stringify(answers))}::text[]) as given (code, answers)
    ) as said
    group by outcome`.execute(db);
  return new Map(rows.map(({ outcome, times }) => [outcome, times]));
}
