/** How a question follows the common factor: its loading, and the variance it does not share. */
export interface Loading {
  readonly loading: number;
  readonly uniqueness: number;
}

/** No question is taken to be the factor itself: R's factanal stops at the same bound. */
const LEAST_UNIQUENESS = 0.005;

const TURNS = 50_000;

/**
 * One common factor fitted by maximum likelihood to a correlation matrix: the uniquenesses of R's
 * factanal(covmat = R, factors = 1). Found by expectation–maximisation (Rubin & Thayer 1982), which
 * needs no starting luck and cannot worsen the fit. Null when it has not settled.
 */
export function oneFactor(correlations: readonly (readonly number[])[]): readonly Loading[] | null {
  let factor = start(correlations);
  for (let turn = 0; turn < TURNS; turn += 1) {
    const next = improve(correlations, factor);
    const moved = next.reduce((most, { loading, uniqueness }, item) => {
      const before = factor[item] ?? { loading: 0, uniqueness: 0 };
      return Math.max(
        most,
        Math.abs(loading - before.loading),
        Math.abs(uniqueness - before.uniqueness),
      );
    }, 0);
    factor = next;
    if (moved < 1e-13) return factor;
  }
  return null;
}

/** The first principal component: the factor's direction, before uniqueness is taken out. */
function start(correlations: readonly (readonly number[])[]): readonly Loading[] {
  let direction = correlations.map((_, item) => 1 + item / (10 * correlations.length));
  for (let turn = 0; turn < 200; turn += 1) {
    const product = times(correlations, direction);
    const length = Math.hypot(...product);
    direction = product.map((value) => value / length);
  }
  const size = Math.sqrt(dot(direction, times(correlations, direction)));
  return direction.map((value) => {
    const loading = 0.9 * size * value;
    return { loading, uniqueness: Math.max(LEAST_UNIQUENESS, 1 - loading * loading) };
  });
}

function improve(
  correlations: readonly (readonly number[])[],
  factor: readonly Loading[],
): readonly Loading[] {
  const pull = factor.map(({ loading, uniqueness }) => loading / uniqueness);
  const known = 1 + factor.reduce((sum, { loading }, item) => sum + loading * (pull[item] ?? 0), 0);
  const weights = pull.map((value) => value / known);
  const shared = times(correlations, weights);
  const variance = 1 / known + dot(weights, shared);
  return shared.map((covariance) => {
    const loading = covariance / variance;
    return { loading, uniqueness: Math.max(LEAST_UNIQUENESS, 1 - loading * covariance) };
  });
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}
