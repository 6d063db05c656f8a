import { expect, test } from "vitest";
import {
  cronbachAlpha,
  feldtInterval,
  mayTellReliability,
  omegaTotal,
} from "#app/statistics/reliability.ts";
import { draws } from "./draws.ts";

/** R's `attitude`: 30 departments on rating, complaints, privileges, learning, raises, critical, advance. */
const attitude = [
  "43 63 71 61 81 43 58 71 72 67 64 67 69 68 77 81 74 65 65 50 50 64 53 40 63 66 78 48 85 82",
  "51 64 70 63 78 55 67 75 82 61 53 60 62 83 77 90 85 60 70 58 40 61 66 37 54 77 75 57 85 82",
  "30 51 68 45 56 49 42 50 72 45 53 47 57 83 54 50 64 65 46 68 33 52 52 42 42 66 58 44 71 39",
  "39 54 69 47 66 44 56 55 67 47 58 39 42 45 72 72 69 75 57 54 34 62 50 58 48 63 74 45 71 59",
  "61 63 76 54 71 54 66 70 71 62 58 59 55 59 79 60 79 55 75 64 43 66 63 50 66 88 80 51 77 64",
  "92 73 86 84 83 49 68 66 83 80 67 74 63 77 77 54 79 80 85 78 64 80 80 57 75 76 78 83 74 78",
  "45 47 48 35 47 34 35 41 31 41 34 41 25 35 46 36 63 60 46 52 33 41 37 49 33 72 49 38 55 39",
].map((line) => line.split(" ").map(Number));

test("alpha agrees with R's psych::alpha(attitude)", () => {
  const { alpha, standardised, n, items } = cronbachAlpha(attitude);
  expect(alpha).toBeCloseTo(0.8431427695648, 12);
  expect(standardised).toBeCloseTo(0.8390838030295, 12);
  expect([n, items]).toEqual([30, 7]);
});

test("with answers missing: people left out (na.omit), or pairs, as psych::alpha does", () => {
  const holes = attitude.map((item) => [...item] as (number | null)[]);
  for (const [item, person] of [
    [0, 2],
    [3, 4],
    [3, 8],
    [4, 8],
  ] as const) {
    holes[item]?.splice(person, 1, null);
  }
  const listwise = cronbachAlpha(holes);
  expect(listwise.alpha).toBeCloseTo(0.8329425306027, 12);
  expect(listwise.standardised).toBeCloseTo(0.8278450436075, 12);
  expect(listwise.n).toBe(27);
  const pairwise = cronbachAlpha(holes, { missing: "pairwise" });
  expect(pairwise.alpha).toBeCloseTo(0.840103884843, 12);
  expect(pairwise.standardised).toBeCloseTo(0.8359243946153, 12);
  expect(pairwise.n).toBe(27);
});

test("a question keyed backwards shows as a negative alpha, not as none", () => {
  const [rating = [], complaints = [], privileges = []] = attitude;
  const { alpha, standardised } = cronbachAlpha([rating.map((x) => -x), complaints, privileges]);
  expect(alpha).toBeCloseTo(-1.214414225117, 11);
  expect(standardised).toBeCloseTo(-1.288955079645, 11);
});

test("where alpha is undefined, nothing is said", () => {
  const nothing = { alpha: null, standardised: null };
  expect(cronbachAlpha([])).toMatchObject(nothing);
  expect(cronbachAlpha([[], []])).toMatchObject(nothing);
  expect(cronbachAlpha([[1, 2, 3]])).toMatchObject(nothing);
  expect(cronbachAlpha([[4], [5]])).toMatchObject(nothing);
  expect(cronbachAlpha([Array(9).fill(0.1), Array(9).fill(0.1)])).toMatchObject(nothing);
  expect(cronbachAlpha([[1.1, 2.2, 3.3].map(Number), [4.9, 3.8, 2.7]]).alpha).toBeNull();
  expect(
    cronbachAlpha(
      [
        [null, null],
        [1, 2],
      ],
      { missing: "pairwise" },
    ),
  ).toMatchObject(nothing);
  const constant = cronbachAlpha([
    [1, 2, 3],
    [1, 2, 3],
    [2, 2, 2],
  ]);
  expect([constant.alpha, constant.standardised]).toEqual([0.75, null]);
});

test("Feldt's interval agrees with R's psych::alpha.ci and its qf, also below zero", () => {
  const [low, high] = feldtInterval(0.8431428, 30, 7) ?? [];
  expect(low).toBeCloseTo(0.7393757362124, 10);
  expect(high).toBeCloseTo(0.9157730885027, 10);
  const [under, over] = feldtInterval(-1.2, 10, 3) ?? [];
  expect(under).toBeCloseTo(-5.4440474848712, 8);
  expect(over).toBeCloseTo(0.4056432934029, 10);
  expect(feldtInterval(0.8, 1, 7)).toBeNull();
  expect(feldtInterval(0.8, 30, 1)).toBeNull();
  expect(feldtInterval(1, 30, 4)).toEqual([1, 1]);
});

test("omega agrees with R's factanal(attitude, 1) and lavaan's cfa", () => {
  const { omega, standardised, n } = omegaTotal(attitude);
  expect(standardised).toBeCloseTo(0.8405444910318, 6);
  expect(omega).toBeCloseTo(0.8563267941948, 6);
  expect(n).toBe(30);
});

test("omega needs a factor to speak of", () => {
  const [one = [], two = []] = attitude;
  expect(omegaTotal([one, two]).omega).toBeNull();
  expect(omegaTotal([one, two, one.map(() => 3)]).omega).toBeNull();
  expect(
    omegaTotal([
      [1, 2],
      [2, 1],
      [1, 1],
    ]).omega,
  ).toBeNull();
});

test("of parallel questions, alpha, its standardised form and omega are the same", () => {
  const next = draws(11);
  const people = Array.from({ length: 4000 }, () => next());
  const items = Array.from({ length: 4 }, () => people.map((person) => person + next()));
  const { alpha, standardised } = cronbachAlpha(items);
  expect(alpha).toBeCloseTo(0.8, 1);
  expect(standardised).toBeCloseTo(alpha ?? 0, 2);
  expect(omegaTotal(items).omega).toBeCloseTo(alpha ?? 0, 2);
});

test("alpha is at most 1, does not care for the order of people or a shift, and is finite", () => {
  const next = draws(3);
  for (let turn = 0; turn < 200; turn += 1) {
    const [k, n] = [2 + Math.floor(next() * 5), 2 + Math.floor(next() * 20)];
    const items = Array.from({ length: k }, () =>
      Array.from({ length: n }, () => 1 + Math.floor(next() * 5)),
    );
    const { alpha } = cronbachAlpha(items);
    if (alpha === null) continue;
    expect(alpha).toBeLessThanOrEqual(1);
    expect(Number.isFinite(alpha)).toBe(true);
    expect(cronbachAlpha(items.map((item) => item.map((x) => 10 + x).reverse())).alpha).toBeCloseTo(
      alpha,
      8,
    );
    expect(cronbachAlpha(items, { missing: "pairwise" }).alpha).toBeCloseTo(alpha, 10);
  }
});

test("reliability is told of 200 people and three questions, not of a team", () => {
  expect(mayTellReliability(200, 3)).toBe(true);
  expect(mayTellReliability(199, 3)).toBe(false);
  expect(mayTellReliability(5000, 2)).toBe(false);
});

test("what is not a table of answers is refused by name", () => {
  expect(() => cronbachAlpha([[1, 2], [1]])).toThrow("items[1] must have 2 answers, not 1");
  expect(() => omegaTotal([[1, Number.NaN]])).toThrow("items[0] must hold numbers or null");
  expect(() => feldtInterval(1.2, 30, 3)).toThrow("alpha must be at most 1");
});
