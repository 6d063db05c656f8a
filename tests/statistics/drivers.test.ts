import { expect, test } from "vitest";
import { subsetFits } from "#app/statistics/correlation.ts";
import { driverIntervals, johnson, lmg, mayRankDrivers, vif } from "#app/statistics/drivers.ts";
import { averageRanks, quantileOfSorted } from "#app/statistics/numbers.ts";
import { seeded } from "#app/statistics/seeded.ts";
import { attitude, attitudeRating, mtcars, mtcarsMpg, swiss, swissFertility } from "./published.ts";

function near(found: readonly (number | null)[], expected: readonly number[], digits = 11) {
  expect(found).toHaveLength(expected.length);
  for (const [at, value] of expected.entries()) expect(found[at]).toBeCloseTo(value, digits);
}

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, one) => total + (one ?? 0), 0);

// R 4.2.2: summary(lm(y ~ X[, s]))$r.squared over all subsets s, weighted s!(p - s - 1)!/p!
test("lmg agrees with every subset fitted in R on swiss, attitude and mtcars", () => {
  near(
    lmg(swissFertility, swiss),
    [0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265],
  );
  near(
    lmg(attitudeRating, attitude),
    [
      0.37081619431933, 0.05090379297154, 0.15576599016914, 0.12034507940363, 0.00658872254586,
      0.02818221312165,
    ],
  );
  near(lmg(mtcarsMpg, mtcars), [0.215709386095, 0.200698374739, 0.170076945801, 0.262150086786]);
});

// R 4.2.2: e <- eigen(cor(X)); L <- e$vectors %*% diag(sqrt(e$values)) %*% t(e$vectors);
// as.vector(L^2 %*% solve(L, cor(X, y))^2), which is relaimpo's "genizi"
test("Johnson's weights agree with R on swiss, attitude and mtcars", () => {
  near(
    johnson(swissFertility, swiss),
    [0.0484168958119, 0.1547082498062, 0.271964104646, 0.1146800299476, 0.1169657213811],
  );
  near(
    johnson(attitudeRating, attitude),
    [
      0.36276019965813, 0.05600227877885, 0.16361091075053, 0.12178039968822, 0.00825546649644,
      0.02019273715898,
    ],
  );
  near(johnson(mtcarsMpg, mtcars), [0.209690357574, 0.18830426937, 0.17995898043, 0.270681186052]);
});

// R 4.2.2: diag(solve(cor(X)))
test("variance inflation agrees with R", () => {
  near(vif(swiss), [2.2841293776, 3.67541957554, 2.77494278113, 1.93716038026, 1.10754222556], 10);
  near(vif(mtcars), [6.73770653282, 10.37328596263, 3.40598252298, 4.84801552421], 10);
  expect(vif([[1, 2, 4]])).toEqual([1]);
});

// R 4.2.2: summary(lm(Fertility ~ ., swiss))$r.squared
test("both share out the whole of R squared, and agree when there are two themes", () => {
  expect(sum(lmg(swissFertility, swiss))).toBeCloseTo(0.706735001593, 11);
  expect(sum(johnson(swissFertility, swiss))).toBeCloseTo(0.706735001593, 11);
  const draw = seeded([1, 2, 3, 4]);
  for (let round = 0; round < 50; round += 1) {
    const first = Array.from({ length: 20 }, draw);
    const second = first.map((value) => value + draw());
    const y = first.map((value, row) => value + (second[row] ?? 0) * draw());
    near(lmg(y, [first, second]), johnson(y, [first, second]).map(Number), 10);
    const scaled = first.map((value) => 7 - 3 * value);
    near(lmg(y, [second, scaled]), lmg(y, [first, second]).map(Number).reverse(), 10);
  }
});

test("twelve themes are shared out exactly, and as quickly as a page is read", () => {
  const draw = seeded([5, 6, 7, 8]);
  const themes = Array.from({ length: 12 }, () => Array.from({ length: 300 }, draw));
  const y = Array.from({ length: 300 }, (_, row) => draw() + (themes[3]?.[row] ?? 0));
  const shares = lmg(y, themes);
  expect(sum(shares)).toBeCloseTo(sum(johnson(y, themes)), 10);
  expect(Math.max(...shares.map(Number))).toBe(shares[3]);
  expect(() => lmg(y, [...themes, y])).toThrow("predictors must be 12 at most");
});

test("a theme that everybody answered alike has no share, and takes none from the others", () => {
  const flat = swissFertility.map(() => 4);
  const [first, none, ...rest] = lmg(swissFertility, [swiss[0] ?? [], flat, ...swiss.slice(1)]);
  expect(none).toBeNull();
  near([first ?? null, ...rest], lmg(swissFertility, swiss).map(Number));
  expect(vif([...swiss, flat])[5]).toBeNull();
  expect(lmg(flat, swiss)).toEqual([null, null, null, null, null]);
  expect(johnson(flat, swiss)).toEqual([null, null, null, null, null]);
});

test("themes that say exactly the same cannot be told apart, so no share is given", () => {
  const [first = [], second = []] = swiss;
  const both = first.map((value, row) => 2 * value - (second[row] ?? 0));
  expect(lmg(swissFertility, [first, second, both])).toEqual([null, null, null]);
  expect(johnson(swissFertility, [first, second, both])).toEqual([null, null, null]);
  const inflation = vif([first, second, both, swiss[2] ?? []]);
  expect(inflation.slice(0, 3)).toEqual([null, null, null]);
  expect(inflation[3]).toBeGreaterThan(1);
  expect(
    lmg(
      [1, 2],
      [
        [1, 3],
        [2, 1],
      ],
    ),
  ).toEqual([null, null]);
});

test("a column of another length or with a hole is refused by name", () => {
  expect(() => lmg([1, 2, 3], [[1, 2]])).toThrow("predictors[0] must have 3 values, not 2");
  expect(() =>
    johnson(
      [1, 2, 3],
      [
        [1, 2, 3],
        [1, Number.NaN, 2],
      ],
    ),
  ).toThrow("predictors[1][1]");
  expect(() => lmg([1, Number.POSITIVE_INFINITY, 3], [[1, 2, 3]])).toThrow("y[1] must be a finite");
  expect(lmg([1, 2, 3], [])).toEqual([]);
});

test("themes are ranked from 100 complete answers on, and ten for each theme", () => {
  expect(mayRankDrivers(99, 4)).toBe(false);
  expect(mayRankDrivers(100, 4)).toBe(true);
  expect(mayRankDrivers(119, 12)).toBe(false);
  expect(mayRankDrivers(120, 12)).toBe(true);
  expect(mayRankDrivers(500, 0)).toBe(false);
  expect(() => mayRankDrivers(-1, 3)).toThrow("n must be a whole number");
});

test("the same people give the same intervals on every day, around the shares", () => {
  const once = driverIntervals(swissFertility, swiss);
  expect(driverIntervals(swissFertility, swiss)).toEqual(once);
  const shares = lmg(swissFertility, swiss);
  for (const [at, interval] of once.entries()) {
    const [low = 1, high = 0] = interval ?? [];
    expect(low).toBeLessThan(shares[at] ?? 0);
    expect(high).toBeGreaterThan(shares[at] ?? 1);
  }
  // R 4.2.2: quantile(replicate(10000, lmg of swiss[sample(47, replace = TRUE), ])[3, ], c(.025, .975))
  const [low, high] = once[2] ?? [];
  expect(low).toBeCloseTo(0.0703, 1);
  expect(high).toBeCloseTo(0.3912, 1);
  const narrow = driverIntervals(swissFertility, swiss, "johnson", { level: 0.5 });
  expect((narrow[2]?.[1] ?? 1) - (narrow[2]?.[0] ?? 0)).toBeLessThan((high ?? 0) - (low ?? 0));
});

// The authors' xoshiro128starstar.c, transcribed in whole numbers, from state {1, 2, 3, 4}
test("the generator is xoshiro128**, draw for draw", () => {
  const draw = seeded([1, 2, 3, 4]);
  const words = Array.from({ length: 10 }, () => draw() * 2 ** 32);
  expect(words).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
    4258142804,
  ]);
  expect(() => seeded([0, 0, 0, 0])).toThrow("seed must not be all zero");
});

// R 4.2.2: rank(c(3, 1, 4, 1, 5, 9, 2, 6, 5)); quantile(c(1, 2, 4, 7), .3)
test("ranks share their ties and quantiles interpolate as R's do", () => {
  expect(averageRanks([3, 1, 4, 1, 5, 9, 2, 6, 5])).toEqual([4, 1.5, 5, 1.5, 6.5, 9, 3, 8, 6.5]);
  expect(quantileOfSorted([1, 2, 4, 7], 0.3)).toBeCloseTo(1.9, 12);
  expect(quantileOfSorted([], 0.3)).toBeNull();
  expect([
    ...subsetFits([
      [1, 0.5],
      [0.5, 1],
    ]),
  ]).toEqual([0, 0.25]);
});
