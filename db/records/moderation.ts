import { sql } from "kysely";
import type { Db } from "../client.server.ts";
import type { Names } from "../schema.ts";

/** A comment that a person has to read first, without where it was written. */
export interface WaitingComment {
  readonly comment: string;
  readonly wave: Names;
  readonly question: Readonly<Record<string, string>>;
  readonly text: string;
  readonly reasons: readonly string[];
  /** How many wait in all. */
  readonly waiting: number;
}

/** For the steward; each call is in the audit trail. */
export async function listWaitingComments(
  steward: Db,
  actor: string,
  most: number,
): Promise<readonly WaitingComment[]> {
  const { rows } = await sql<WaitingComment>`
    select * from intake.list_waiting_comments(${actor}, ${most})`.execute(steward);
  return rows;
}

export type Decision = "publish" | "shorten" | "withhold";

/** Decides a comment; false when somebody else had. For the steward, and in the audit trail. */
export async function decideComment(
  steward: Db,
  actor: string,
  decided: {
    readonly comment: string;
    readonly decision: Decision;
    /** What is left of it, when it is shortened. */
    readonly shorter: string | null;
  },
): Promise<boolean> {
  const { comment, decision, shorter } = decided;
  const { rows } = await sql<{ outcome: string }>`
    select intake.decide_comment(${actor}, ${comment}::uuid, ${decision}, ${shorter}) as outcome`.execute(
    steward,
  );
  return rows[0]?.outcome === "decided";
}
