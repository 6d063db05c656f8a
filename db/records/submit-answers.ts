import { sql } from "kysely";
import { sealComment } from "#app/privacy/comment-letter.server.ts";
import type { Db } from "../client.server.ts";
import { readLetterAddress } from "./letter-address.ts";

/** What `intake.submit` says of one code. */
export type Outcome = "accepted" | "unknown" | "closed" | "already";

/** What somebody wrote to a question of the kind `text`. */
export interface Written {
  readonly written: string;
}

export interface HandedIn {
  readonly code: string;
  /** By the position of the question: what was ticked or written, or that it was declined. */
  readonly answers: Readonly<Record<string, number | "declined" | Written>>;
}

/**
 * Hands in many finished answers at once, all or none, under the login `web`, and returns how many
 * met with which outcome: never which. What people wrote is sealed for the worker before it leaves.
 * @throws {NoComment} when somebody wrote nothing, or more than a thousand characters.
 */
export async function submitAnswers(
  db: Db,
  handedIn: readonly HandedIn[],
): Promise<ReadonlyMap<Outcome, number>> {
  const wrote = handedIn.some(({ answers }) => Object.values(answers).some(isWritten));
  const address = wrote ? await readLetterAddress(db) : null;
  const sealed = handedIn.map(({ answers }) => JSON.stringify(answers, sealing(address)));
  const { rows } = await sql<{ outcome: Outcome; times: number }>`
    select outcome, count(*) as times
    from (
      select intake.submit(code, answers::jsonb) as outcome
      from unnest(${handedIn.map(({ code }) => code)}::text[],
        ${sealed}::text[]) as given (code, answers)
    ) as said
    group by outcome`.execute(db);
  return new Map(rows.map(({ outcome, times }) => [outcome, times]));
}

function isWritten(answer: unknown): answer is Written {
  return typeof answer === "object" && answer !== null && "written" in answer;
}

function sealing(address: Buffer | null) {
  return (_: string, answer: unknown) => {
    if (!isWritten(answer)) return answer;
    if (address === null) throw new Error("No wave was opened yet: there is nobody to seal for.");
    return { sealed: sealComment(address, answer.written).toString("base64") };
  };
}
