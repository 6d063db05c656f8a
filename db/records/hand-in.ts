import { sql } from "kysely";
import { sealComment } from "#app/privacy/comment-letter.server.ts";
import type { Db } from "../client.server.ts";
import { readLetterAddress } from "./letter-address.ts";
import type { Outcome, Written } from "./submit-answers.ts";

/** What somebody sends: some of their answers, or, once `complete`, all they are going to give. */
export interface Handed {
  readonly code: string;
  /** By position; null takes an answer back, and what is not mentioned stays. */
  readonly answers: Readonly<Record<number, number | "declined" | null | Written>>;
  readonly complete: boolean;
}

/**
 * Hands in what several people sent at the same moment, in one transaction, each at most once.
 * Returns the outcomes in their order. All or none: what does not fit its question fails them all.
 */
export async function handIn(db: Db, handed: readonly Handed[]): Promise<readonly Outcome[]> {
  const wrote = handed.some(({ answers }) => Object.values(answers).some(isWritten));
  const address = wrote ? await readLetterAddress(db) : null;
  const sealed = handed.map(({ answers }) =>
    JSON.stringify(answers, (_, answer: unknown) => {
      if (!isWritten(answer)) return answer;
      if (address === null) throw new Error("No wave was opened yet: there is nobody to seal for.");
      return { sealed: sealComment(address, answer.written).toString("base64") };
    }),
  );
  const { rows } = await sql<{ outcome: Outcome }>`
    select intake.submit(code, answers::jsonb, complete) as outcome
    from unnest(${handed.map(({ code }) => code)}::text[], ${sealed}::text[],
      ${handed.map(({ complete }) => complete)}::boolean[]) as given (code, answers, complete)`.execute(
    db,
  );
  return rows.map(({ outcome }) => outcome);
}

function isWritten(answer: unknown): answer is Written {
  return typeof answer === "object" && answer !== null && "written" in answer;
}
