import { shownDrivers } from "#app/privacy/drivers.ts";
import type { Lattice } from "#app/privacy/lattice.ts";
import { rankDrivers } from "#app/statistics/driver-ranking.ts";
import { BOOTSTRAP_SEED, casesToRank } from "#app/statistics/drivers.ts";
import { seeded } from "#app/statistics/seeded.ts";
import type { Db } from "#db/client.server.ts";
import { writeDrivers } from "#db/records/write-drivers.ts";
import {
  type AnswerRow,
  readCompleteAnswers,
  type ScaledQuestion,
} from "#db/rollups/complete-answers.ts";

/** So many resamples for an interval that is told in twentieths. */
const RESAMPLES = 300;

/** More people than this tell nothing finer; they are drawn by lot, the same ones each time. */
const MOST_PEOPLE = 4000;

export interface WaveDrivers {
  readonly waveId: number;
  readonly release: number;
  readonly lattice: Lattice;
  /** Whether a figure of this release is shown. */
  readonly isShown: (population: number, measure: string) => boolean;
}

/**
 * What moves together with each indicator, of the company and of its frontline and desks: the questions
 * of the other indicators, never its own. Only where the gate shows the indicator and every question.
 */
export async function releaseDrivers(
  db: Db,
  { waveId, release, lattice, isShown }: WaveDrivers,
): Promise<void> {
  const { questions, rows } = await readCompleteAnswers(db, waveId);
  const outcomes = [...new Set(questions.map(({ indicator }) => indicator))];
  for (const [place, number] of lattice.numbers.entries()) {
    const population = lattice.populations.get(number);
    if (population?.kind !== "company" && population?.cut !== "work") continue;
    const cells = lattice.table.cells[place] ?? [];
    const among = new Set(cells);
    const people = drawn(rows.filter(({ cell }) => among.has(lattice.places.get(cell) ?? -1)));
    for (const outcome of outcomes) {
      const themes = questions.filter(({ indicator }) => indicator !== outcome);
      const shown = [outcome, ...themes.map(({ item }) => `question:${item}`)].every((measure) =>
        isShown(number, measure),
      );
      if (!shown || people.length < casesToRank(themes.length || 1)) continue;
      const found = driversOf(outcome, questions, people);
      if (found !== null) await writeDrivers(db, release, number, found);
    }
  }
}

function driversOf(
  outcome: string,
  questions: readonly ScaledQuestion[],
  people: readonly AnswerRow[],
) {
  const columns = questions.map((question, at) =>
    people.map(({ answers }) => placed(question, answers[at] ?? null)),
  );
  const own = columns.filter((_, at) => questions[at]?.indicator === outcome);
  const themes = questions.filter(({ indicator }) => indicator !== outcome);
  const y = people.map((_, row) => meanOf(own.map((column) => column[row] ?? null)));
  const ranking = rankDrivers(
    y,
    columns.filter((_, at) => questions[at]?.indicator !== outcome),
    { replicates: RESAMPLES },
  );
  if (ranking.verdict === "untested") return null;
  return shownDrivers(outcome, {
    n: ranking.n,
    ordered:
      ranking.verdict === "ordered" &&
      ranking.dependsOnSpacing !== true &&
      ranking.merge.length === 0,
    drivers: ranking.drivers.map(({ theme, share, low, high }) => ({
      item: themes[theme]?.item ?? "",
      share,
      low,
      high,
    })),
  });
}

/** Where an answer stands on its scale, from 0 to 1, a reversed question from its other end. */
function placed({ low, high, reversed }: ScaledQuestion, answer: number | null): number | null {
  if (answer === null || high === low) return null;
  return (reversed ? high - answer : answer - low) / (high - low);
}

/** The mean of all of them; null where one is missing. */
function meanOf(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : sum / values.length;
}

/** Everybody, or as many as are needed, drawn by lot. */
function drawn(people: readonly AnswerRow[]): readonly AnswerRow[] {
  if (people.length <= MOST_PEOPLE) return people;
  const draw = seeded(BOOTSTRAP_SEED);
  return people
    .map((person) => ({ person, lot: draw() }))
    .toSorted((a, b) => a.lot - b.lot)
    .slice(0, MOST_PEOPLE)
    .map(({ person }) => person);
}
