/** Answers to several questions: one array a question, one place a person, null where left out. */
export type Items = readonly (readonly (number | null)[])[];

interface Spread {
  readonly covariances: readonly (readonly number[])[];
  /** Null when a question has no spread, and so no correlation. */
  readonly correlations: readonly (readonly number[])[] | null;
}

interface Resting {
  /** Null when there are fewer than two people to compare. */
  readonly matrix: Spread | null;
  readonly n: number;
}

/** @throws RangeError when the questions differ in length or an answer is not a number. */
export function requireItems(items: Items): void {
  const people = items[0]?.length ?? 0;
  for (const [index, item] of items.entries()) {
    if (item.length !== people) {
      throw new RangeError(`items[${index}] must have ${people} answers, not ${item.length}`);
    }
    for (const answer of item) {
      if (answer !== null && !Number.isFinite(answer)) {
        throw new RangeError(`items[${index}] must hold numbers or null, not ${answer}`);
      }
    }
  }
}

/** The answers of those who answered every question. */
export function listwise(items: Items): readonly (readonly number[])[] {
  const whole = (items[0] ?? []).map((_, person) => items.every((item) => item[person] !== null));
  return items.map((item) =>
    item.filter((answer, person): answer is number => answer !== null && whole[person] === true),
  );
}

/** Covariances (n − 1) and correlations of complete answers. */
export function covariances(items: readonly (readonly number[])[]): Resting {
  const n = items[0]?.length ?? 0;
  if (n < 2) return { matrix: null, n };
  const deviations = items.map(deviationsOf);
  const matrix = deviations.map((one) => deviations.map((other) => product(one, other) / (n - 1)));
  return { matrix: { covariances: matrix, correlations: correlationsOf(matrix) }, n };
}

/**
 * Covariances, each pair of questions over those who answered both, as R's cov(use = "pairwise");
 * correlations from these (cov2cor), as psych::alpha. `n` is the fewest people a pair rests on.
 */
export function pairwise(items: Items): Resting {
  const pairs = items.map((one) => items.map((other) => covariances(listwise([one, other]))));
  const n = Math.min(...pairs.flat().map((pair) => pair.n));
  if (!(n >= 2 && n < Infinity)) return { matrix: null, n: items.length === 0 ? 0 : n };
  const matrix = pairs.map((row) => row.map((pair) => pair.matrix?.covariances[0]?.[1] ?? 0));
  return { matrix: { covariances: matrix, correlations: correlationsOf(matrix) }, n };
}

function correlationsOf(matrix: readonly (readonly number[])[]) {
  const spread = matrix.map((row, item) => Math.sqrt(row[item] ?? 0));
  if (spread.includes(0)) return null;
  return matrix.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / ((spread[i] ?? 1) * (spread[j] ?? 1)))),
  );
}

/** Exactly 0 for answers that are all the same, whatever rounding does to their mean. */
function deviationsOf(answers: readonly number[]): readonly number[] {
  if (answers.every((answer) => answer === answers[0])) return answers.map(() => 0);
  const mean = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  return answers.map((answer) => answer - mean);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
