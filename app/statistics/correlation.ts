/** A square table of numbers, row by row. */
export type Square = readonly (readonly number[])[];

/** Under this share of its own variance left unexplained, a column is a combination of the others. */
const NOTHING_LEFT = 1e-10;

/** A drawn column whose spread is this part of its whole spread does not vary. */
const STILL = 1e-7;

/**
 * Pearson correlations of columns of the same length, `times` saying how often each row counts
 * (once unless told). A column that does not vary has 0 everywhere, also on the diagonal.
 */
export function correlations(columns: readonly ArrayLike<number>[], times?: Uint32Array): Square {
  const rows = columns[0]?.length ?? 0;
  const counted: number[] = [];
  for (let row = 0; row < rows; row += 1) if (times?.[row] !== 0) counted.push(row);
  const centred = columns.map((column) => centre(column, counted, times));
  return columns.map((_, i) =>
    columns.map((_, j) => {
      const [left, right] = [centred[i], centred[j]];
      if (!left || !right) return 0;
      if (i === j) return 1;
      let sum = 0;
      for (let at = 0; at < counted.length; at += 1) sum += (left[at] ?? 0) * (right[at] ?? 0);
      return Math.max(-1, Math.min(1, sum));
    }),
  );
}

/**
 * The same for many draws of the same rows: what each row adds is multiplied out once, so that a draw
 * costs one pass. Columns are centred and scaled first, so that nothing is lost in the sums.
 */
export function resampled(columns: readonly ArrayLike<number>[]): (times: Uint32Array) => Square {
  const size = columns.length;
  const rows = columns[0]?.length ?? 0;
  const every = Array.from({ length: rows }, (_, row) => row);
  const centred = columns.map((column) => centre(column, every));
  const width = size + (size * (size + 1)) / 2;
  const added = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    let at = row * width;
    const values = centred.map((column) => (column?.[row] ?? 0) * Math.sqrt(rows));
    for (const value of values) added[at++] = value;
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j <= i; j += 1) added[at++] = (values[i] ?? 0) * (values[j] ?? 0);
    }
  }
  const sums = new Float64Array(width);
  return (times) => {
    sums.fill(0);
    let people = 0;
    for (let row = 0; row < rows; row += 1) {
      const weight = times[row] ?? 0;
      if (weight === 0) continue;
      people += weight;
      const from = row * width;
      for (let at = 0; at < width; at += 1) {
        sums[at] = (sums[at] ?? 0) + weight * (added[from + at] ?? 0);
      }
    }
    const product = (i: number, j: number) => {
      const [high, low] = i > j ? [i, j] : [j, i];
      const both = sums[size + (high * (high + 1)) / 2 + low] ?? 0;
      return both - ((sums[i] ?? 0) * (sums[j] ?? 0)) / people;
    };
    const lengths = columns.map((_, i) => Math.sqrt(Math.max(0, product(i, i)) / people));
    return columns.map((_, i) =>
      columns.map((_, j) => {
        const length = (lengths[i] ?? 0) * (lengths[j] ?? 0);
        if ((lengths[i] ?? 0) < STILL || (lengths[j] ?? 0) < STILL) return 0;
        return i === j ? 1 : Math.max(-1, Math.min(1, product(i, j) / people / length));
      }),
    );
  };
}

/** The counted rows of a column, less their mean, of length 1; null when they do not vary. */
function centre(column: ArrayLike<number>, counted: readonly number[], times?: Uint32Array) {
  let [sum, people, least, most] = [0, 0, Infinity, -Infinity];
  for (const row of counted) {
    const [value, weight] = [column[row] ?? 0, times?.[row] ?? 1];
    sum += value * weight;
    people += weight;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (!(most > least)) return null;
  const [mean, rests] = [sum / people, new Float64Array(counted.length)];
  let squares = 0;
  for (const [at, row] of counted.entries()) {
    const weight = times?.[row] ?? 1;
    const rest = ((column[row] ?? 0) - mean) * Math.sqrt(weight);
    rests[at] = rest;
    squares += rest * rest;
  }
  const length = Math.sqrt(squares);
  return rests.map((rest) => rest / length);
}

/**
 * Share of the variance of `target` that the columns `by` leave unexplained (1 − R²), from the
 * correlations; exactly 0 when it is a combination of them.
 */
export function unexplained(table: Square, target: number, by: readonly number[]): number {
  const order = [...by, target];
  const rest = order.map((i) => order.map((j) => table[i]?.[j] ?? 0));
  for (let step = 0; step < by.length; step += 1) {
    const row = rest[step] ?? [];
    const pivot = row[step] ?? 0;
    if (pivot < NOTHING_LEFT) continue;
    for (const below of rest.slice(step + 1)) {
      const factor = (below[step] ?? 0) / pivot;
      for (let column = step; column < order.length; column += 1) {
        below[column] = (below[column] ?? 0) - factor * (row[column] ?? 0);
      }
    }
  }
  const left = rest[by.length]?.[by.length] ?? 0;
  return left < NOTHING_LEFT ? 0 : left;
}

/**
 * R² of the last column on every subset of the others; subset s holds column i when its bit i is
 * set. One elimination a subset, walked depth first, so that twelve columns take milliseconds.
 */
export function subsetFits(table: Square): Float64Array {
  const size = table.length;
  const last = size - 1;
  const fits = new Float64Array(2 ** last);
  const floors = Array.from({ length: size }, () => new Float64Array(size * size));
  const ground = Float64Array.from(table.flat());
  const walk = (column: number, rest: Float64Array, subset: number): void => {
    if (column === last) {
      fits[subset] = 1 - (rest[last * size + last] ?? 0);
      return;
    }
    walk(column + 1, rest, subset);
    const pivot = rest[column * size + column] ?? 0;
    const next = floors[column + 1] ?? rest;
    for (let i = column + 1; i < size; i += 1) {
      const factor = pivot < NOTHING_LEFT ? 0 : (rest[i * size + column] ?? 0) / pivot;
      for (let j = column + 1; j < size; j += 1) {
        next[i * size + j] = (rest[i * size + j] ?? 0) - factor * (rest[column * size + j] ?? 0);
      }
    }
    walk(column + 1, next, subset | (1 << column));
  };
  walk(0, ground, 0);
  return fits;
}
