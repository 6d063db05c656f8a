import { pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { PrintableWave } from "#db/intake/code-sheets.ts";
import { findPeople } from "#db/intake/people-by-key.ts";
import { handIn } from "#db/records/hand-in.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import { resumeAnswers } from "#db/records/resume-answers.ts";
import type { Outcome } from "#db/records/submit-answers.ts";
import { readVotes, type Vote, type VoteRefusal } from "#jobs/channels/time-clock.ts";
import { codesOf } from "./codes.ts";
import type { Context } from "./context.ts";

/** What became of the people in a file of votes, by how many; and the lines that were refused. */
export interface VotesTaken {
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly refusals: readonly VoteRefusal[];
}

/**
 * Takes the votes a time clock wrote down: each person once, under the code that is theirs, so that a
 * file read twice, or somebody who has answered on their telephone, counts once.
 * @throws when the file names people by their number in an anonymous wave: it would say who answered
 *   what.
 */
export async function takeVotes(
  { db, keys }: Pick<Context, "db" | "keys">,
  wave: PrintableWave,
  text: string,
): Promise<VotesTaken> {
  const { questions } = await readQuestionnaire(db, wave.versionId);
  const { votes, refusals } = readVotes(
    text,
    questions.map(({ item }) => item),
  );
  if (wave.mode === "anonymous" && votes.some(({ by }) => "number" in by)) {
    throw new Error(
      "This wave is anonymous: a file that says who voted what is not taken. Use codes.",
    );
  }
  const codes = await codesByVoter({ db, keys }, wave.id, votes);
  const outcomes = { accepted: 0, unknown: 0, closed: 0, already: 0 };
  const refused: VoteRefusal[] = [...refusals];
  const voters = new Map<string, Vote[]>();
  for (const vote of votes) {
    const voter = voterOf(vote);
    voters.set(voter, [...(voters.get(voter) ?? []), vote]);
  }
  for (const [voter, cast] of voters) {
    const code = codes.get(voter);
    if (code === undefined) {
      outcomes.unknown += 1;
      continue;
    }
    const answers = Object.fromEntries(cast.map(({ position, answer }) => [position, answer]));
    const standing = await resumeAnswers(db, code);
    // A code of another wave would be heard there, as answers to its questions.
    if (standing.state !== "unknown" && standing.wave !== wave.key) {
      outcomes.unknown += 1;
      continue;
    }
    // A file may be older than what its people have sent since from elsewhere.
    if (standing.state === "open" && standing.again) {
      outcomes.already += 1;
      continue;
    }
    try {
      const [outcome = "unknown"] = await handIn(db, [{ code, answers, complete: true }]);
      outcomes[outcome] += 1;
    } catch (error) {
      if (!isMisfit(error)) throw error;
      refused.push({ line: cast[0]?.line ?? 0, reason: "a vote does not fit its question" });
    }
  }
  return { outcomes, refusals: refused };
}

/** Each voter's code: as it was typed, or found by the number HR knows them by. */
async function codesByVoter(
  { db, keys }: Pick<Context, "db" | "keys">,
  waveId: number,
  votes: readonly Vote[],
): Promise<ReadonlyMap<string, string>> {
  const keyOf = new Map<string, Buffer>();
  const codes = new Map<string, string>();
  for (const vote of votes) {
    if ("code" in vote.by) codes.set(voterOf(vote), vote.by.code);
    else keyOf.set(voterOf(vote), pseudonym(keys.pseudonym, "number", vote.by.number));
  }
  const people = await findPeople(db, [...keyOf.values()]);
  const found = await codesOf({ db, keys }, waveId, [...people.values()]);
  for (const [voter, key] of keyOf) {
    const code = found.get(people.get(key.toString("hex")) ?? 0);
    if (code !== undefined) codes.set(voter, code);
  }
  return codes;
}

function voterOf({ by }: Vote): string {
  return "code" in by ? `code ${by.code}` : `number ${by.number}`;
}

/** As the database says of a value outside its scale. */
function isMisfit(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "22023";
}
