import { expect, test } from "vitest";
import { icc, rwg, rwgj, teamsDiffer } from "#app/statistics/agreement.ts";
import { draws } from "./draws.ts";

/** Company 2 of lq2002 (Bliese, Halverson & Schriesheim 2002): LEAD01 to LEAD04 of 24 soldiers. */
const company = [
  [2, 4, 4, 1, 1, 2, 3, 3, 3, 4, 2, 2, 4, 4, 1, 2, 4, 4, 4, 4, 4, 3, 2, 4],
  [2, 4, 4, 1, 1, 3, 2, 3, 4, 3, 4, 3, 4, 4, 1, 1, 5, 4, 5, 4, 2, 4, 3, 4],
  [2, 2, 2, 1, 1, 2, 2, 2, 3, 3, 1, 1, 4, 4, 1, 2, 3, 4, 1, 4, 2, 4, 2, 4],
  [3, 4, 4, 1, 1, 4, 1, 4, 2, 4, 3, 1, 4, 4, 1, 4, 5, 4, 1, 5, 1, 4, 2, 3],
];

test("agreement agrees with R's multilevel::rwg and rwg.j on lq2002", () => {
  expect(rwg(company[0] ?? [], 5)).toBeCloseTo(0.3704710144928, 12);
  expect(rwgj(company, 5)).toBeCloseTo(0.5338764426341, 12);
});

test("against a slightly skewed null the same company hardly agrees: rwg.j(…, ranvar = 1.34) is 0", () => {
  expect(rwgj(company, 5, "slightly skewed")).toBe(0);
  expect(rwg([4, 4, 5, 4, 3], 5, "slightly skewed")).toBeCloseTo(1 - 0.5 / 1.34, 12);
  expect(rwg([4, 4, 5, 4, 3], 7, "slightly skewed")).toBeNull();
});

test("all of one answer is full agreement, more spread than chance is none, alone is nothing", () => {
  expect(rwg([3, 3, 3], 5)).toBe(1);
  expect(
    rwgj(
      [
        [3, 3, 3],
        [1, 1, 1],
      ],
      5,
    ),
  ).toBe(1);
  expect(rwg([1, 5, 1, 5], 5)).toBe(0);
  expect(rwg([4], 5)).toBeNull();
  expect(rwg([], 5)).toBeNull();
  expect(rwgj([], 5)).toBeNull();
});

test("who left a question out is left out", () => {
  expect(rwg([2, 4, null, 3], 5)).toBe(rwg([2, 4, 3], 5));
  expect(
    rwgj(
      [
        [2, 4, null, 3],
        [1, 4, 5, 3],
      ],
      5,
    ),
  ).toBe(
    rwgj(
      [
        [2, 4, 3],
        [1, 4, 3],
      ],
      5,
    ),
  );
});

test("agreement lies between 0 and 1, and grows with the number of questions", () => {
  const next = draws(8);
  for (let turn = 0; turn < 300; turn += 1) {
    const n = 2 + Math.floor(next() * 12);
    const answers = Array.from({ length: n }, () => 1 + Math.floor(next() * 5));
    const one = rwg(answers, 5) ?? -1;
    expect(one >= 0 && one <= 1).toBe(true);
    expect(rwgj([answers, answers], 5)).toBeGreaterThanOrEqual(one - 1e-12);
  }
});

/** R's chickwts: six groups of unequal size. */
const chicks = [
  [368, 390, 379, 260, 404, 318, 352, 359, 216, 222, 283, 332],
  [179, 160, 136, 227, 217, 168, 108, 124, 143, 140],
  [309, 229, 181, 141, 260, 203, 148, 169, 213, 257, 244, 271],
  [325, 257, 303, 315, 380, 153, 263, 242, 206, 344, 258],
  [243, 230, 248, 327, 329, 250, 193, 271, 316, 267, 199, 171, 158, 248],
  [423, 340, 392, 339, 341, 226, 320, 295, 334, 322, 297, 318],
];

test("intra-class correlations agree with R's multilevel::ICC1 and ICC2, unequal teams", () => {
  const { icc1, icc2, meanSize } = icc(chicks);
  expect(icc1).toBeCloseTo(0.5483138708957, 11);
  expect(icc2).toBeCloseTo(0.9349161710753, 11);
  expect(meanSize).toBeCloseTo(71 / 6, 12);
});

test("teams are judged at the median size, which one large team cannot pull up", () => {
  const { icc1, icc2AtMedian } = icc(chicks);
  expect(icc2AtMedian).toBeCloseTo((12 * (icc1 ?? 0)) / (1 + 11 * (icc1 ?? 0)), 12);
  expect(teamsDiffer(icc(chicks))).toBe(true);
  expect(teamsDiffer({ icc1: 0.04, icc2: 0.9, icc2AtMedian: 0.9, meanSize: 200 })).toBe(false);
  expect(teamsDiffer({ icc1: 0.2, icc2: 0.9, icc2AtMedian: 0.5, meanSize: 30 })).toBe(false);
});

test("teams more alike than chance have negative correlations, which are told as they are", () => {
  const { icc1, icc2 } = icc([
    [1, 3, 5],
    [1, 3, 5.5],
    [1, 3, 4.5],
  ]);
  expect(icc1).toBeLessThan(0);
  expect(icc2).toBeLessThan(0);
});

test("where nothing can be compared nothing is said", () => {
  const nothing = { icc1: null, icc2: null, icc2AtMedian: null };
  expect(icc([])).toMatchObject(nothing);
  expect(icc([[1, 2, 3]])).toMatchObject(nothing);
  expect(icc([[1], [2], [3]])).toMatchObject(nothing);
  expect(
    icc([
      [0.1, 0.1],
      [0.1, 0.1, 0.1],
    ]),
  ).toMatchObject(nothing);
  expect(
    icc([
      [1, 3],
      [1, 3],
    ]),
  ).toMatchObject({ icc1: -1, icc2: null });
  expect(
    icc([
      [1, 1],
      [3, 3],
    ]),
  ).toMatchObject({ icc1: 1, icc2: 1 });
  expect(icc([[1, 3], [], [2, 5]])).toEqual(
    icc([
      [1, 3],
      [2, 5],
    ]),
  );
});

test("what is not an answer is refused by name", () => {
  expect(() => rwg([1, 7], 5)).toThrow("items[0] must lie within 5 options");
  expect(() => rwg([1, 2], 1)).toThrow("options must be 2 or more, not 1");
  expect(() => icc([[1, Number.NaN]])).toThrow("groups[0] must hold numbers");
});
