import { copyInto, copyLine } from "../copy.ts";
import type { Session } from "../session.ts";

/** One line of an answers file. */
export interface StagedAnswer {
  readonly line: number;
  /** The tool it comes from names it: told twice, it is one. */
  readonly isIdentified: boolean;
  /** Two lines that say the same have the same. */
  readonly same: Buffer;
  /** Pseudonym of the HR number; null where the file names nobody. It is not kept. */
  readonly person: Buffer | null;
  /** Who answered, within the programme; null where the file names nobody. */
  readonly member: Buffer | null;
  readonly unit: string | null;
  /** Option keys by segment key. */
  readonly options: Readonly<Record<string, string>>;
  /** In the order of the questionnaire; null where there is no answer. */
  readonly answers: readonly (number | null)[];
}

/** A question that was left empty, as an answer that never came is kept. */
const ANSWERED = 1;
const NOT_GIVEN = 3;

/**
 * Brings the lines of a file into a temporary table of this transaction, each with its external
 * hash: the line and how often it came, so that equal lines stay two and a second run finds both.
 * Returns how many lines there were, and how many different ones were told.
 */
export async function stageAnswers(
  session: Session,
  answers: AsyncIterable<StagedAnswer>,
): Promise<{ copied: number; told: number }> {
  await session.query(`
    create temp table copied_answer (
      line bigint not null, is_identified boolean not null, same bytea not null, person bytea, member bytea, unit text,
      options jsonb not null, answers double precision[] not null, states smallint[] not null
    ) on commit drop`);
  const copied = await copyInto(session, "copied_answer", lines(answers));
  await session.query(`
    create temp table stage_answer on commit drop as
      select line, person, member, unit, options, answers, states,
        ('x' || encode(substr(sha256(same || int8send(turn)), 1, 8), 'hex'))::bit(64)::bigint
          as external_hash
      from (
        select *, row_number() over (partition by same order by line) as turn from copied_answer
      ) as c
      where turn = 1 or not is_identified;
    drop table copied_answer;
    create index on stage_answer (external_hash);
    analyze stage_answer`);
  const { rows } = await session.query("select count(*) as told from stage_answer");
  return { copied, told: rows[0].told };
}

async function* lines(rows: AsyncIterable<StagedAnswer>): AsyncGenerator<string> {
  for await (const { line, isIdentified, same, person, ...answered } of rows) {
    const { member, unit, options, answers } = answered;
    yield copyLine([
      line,
      isIdentified,
      same,
      person,
      member,
      unit,
      JSON.stringify(options),
      `{${answers.map((answer) => answer ?? "NULL").join(",")}}`,
      `{${answers.map((answer) => (answer === null ? NOT_GIVEN : ANSWERED)).join(",")}}`,
    ]);
  }
}
