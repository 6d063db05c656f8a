import { sql } from "kysely";
import type { Db } from "../client.server.ts";

/** Where whoever holds a code stands. */
export type Standing =
  | { readonly state: "unknown" }
  | { readonly state: "closed" | "already"; readonly wave: string }
  | {
      readonly state: "open";
      readonly wave: string;
      readonly answers: Readonly<Record<number, number>>;
      readonly declined: readonly number[];
      /** Positions where something was written. It cannot be read back. */
      readonly comments: readonly number[];
      /** The answers were sent before, and may be changed. */
      readonly again: boolean;
    };

/** What a code opens, and what its holder had answered before; of an anonymous wave, nothing. */
export async function resumeAnswers(db: Db, code: string): Promise<Standing> {
  const { rows } = await sql<{ said: Standing }>`select intake.resume(${code}) as said`.execute(db);
  return rows[0]?.said ?? { state: "unknown" };
}
