import { expect, test } from "vitest";
import {
  compareShares,
  compareWaves,
  compareWithReference,
  compareWithRest,
  fisherMidP,
  mcnemarExact,
  pooledZ,
} from "#app/statistics/change.ts";

test("many answers are compared by z, a handful of dissenters by Fisher's mid-p", () => {
  const many = compareShares({ x: 60, n: 100 }, { x: 40, n: 100 });
  expect(many).toMatchObject({ test: "pooled-z", verdict: "above", conservative: false });
  expect(many.p).toBe(pooledZ(60, 100, 40, 100)?.p);
  const few = compareShares({ x: 40, n: 40 }, { x: 32, n: 40 });
  expect(few).toMatchObject({ test: "fisher-mid-p", verdict: "above" });
  expect(few.p).toBe(fisherMidP(40, 40, 32, 40));
  expect(compareShares({ x: 32, n: 40 }, { x: 40, n: 40 }).verdict).toBe("below");
});

test("a difference under 5 points is not called one, however many answered", () => {
  const [first, second] = [
    { x: 54_000, n: 100_000 },
    { x: 50_000, n: 100_000 },
  ];
  expect(compareShares(first, second)).toMatchObject({ verdict: "indistinguishable" });
  expect(compareShares({ ...first, x: 55_000 }, second).verdict).toBe("above");
});

test("under 30 answers to a question, 20 to a theme, 10 to an index, nothing is tested", () => {
  const all = (n: number) => ({ x: n, n });
  const none = { x: 0, n: 200 };
  expect(compareShares(all(29), none)).toEqual({
    difference: 1,
    low: null,
    high: null,
    test: null,
    p: null,
    conservative: false,
    verdict: "untested",
  });
  expect(compareShares(all(30), none).verdict).toBe("above");
  expect(compareShares(all(20), none, { kind: "theme" }).verdict).toBe("above");
  expect(compareShares(all(19), none, { kind: "theme" }).verdict).toBe("untested");
  expect(compareShares(all(10), none, { kind: "index" }).verdict).toBe("above");
  expect(compareShares({ x: 0, n: 0 }, none)).toMatchObject({
    difference: null,
    verdict: "untested",
  });
});

test("everybody answered, both times: the difference is the team's, with no p to it", () => {
  const [now, before] = [
    { x: 6, n: 9, headcount: 9 },
    { x: 3, n: 9, headcount: 9 },
  ];
  expect(compareShares(now, before)).toMatchObject({
    difference: 6 / 9 - 3 / 9,
    p: null,
    low: null,
    verdict: "exact-difference",
  });
  expect(compareShares(now, { ...before, headcount: 10 }).verdict).toBe("untested");
});

test("a team is compared with the rest, a census of both included", () => {
  const [team, whole] = [
    { x: 60, n: 80 },
    { x: 400, n: 800 },
  ];
  expect(compareWithRest(team, whole)).toEqual(compareShares(team, { x: 340, n: 720 }));
  const counted = compareWithRest({ ...team, headcount: 80 }, { ...whole, headcount: 800 });
  expect(counted).toMatchObject({ verdict: "exact-difference", p: null });
  expect(() => compareWithRest({ ...team, headcount: 90 }, { ...whole, headcount: 800 })).toThrow(
    "second.n must be a whole number from 0 to 710, not 720",
  );
});

test("a fixed reference from outside: z, or the exact binomial where few are expected", () => {
  const usual = compareWithReference({ x: 43, n: 60 }, 0.58);
  expect(usual).toMatchObject({ test: "one-sample-z", verdict: "above" });
  expect(usual.p).toBeCloseTo(0.03196379134278, 10);
  const rare = compareWithReference({ x: 34, n: 40 }, 0.98);
  expect(rare).toMatchObject({ test: "binomial-exact", verdict: "below" });
  expect(compareWithReference({ x: 9, n: 10 }, 0.5).verdict).toBe("untested");
  expect(compareWithReference({ x: 9, n: 10, headcount: 10 }, 0.5)).toMatchObject({
    difference: 0.4,
    verdict: "exact-difference",
  });
});

const linked = {
  first: { x: 35, n: 60 },
  second: { x: 46, n: 60 },
  both: 32,
  lost: 3,
  gained: 14,
  neither: 11,
};

test("the same people twice: McNemar sees what two strangers' waves would hide", () => {
  const found = compareWaves(linked);
  expect(found).toMatchObject({ test: "mcnemar-exact", verdict: "above", conservative: false });
  expect(found.p).toBe(mcnemarExact(3, 14));
  expect(found.p).toBeLessThan(compareShares(linked.second, linked.first).p ?? 0);
});

test("only some of them linked: the overlap narrows the error", () => {
  const some = { ...linked, both: 16, lost: 1, gained: 7, neither: 6 };
  expect(compareWaves(some)).toMatchObject({ test: "overlap-z", verdict: "above" });
});

test("where the linked spread is nil, the waves are read as independent and said to be", () => {
  const first = { x: 60, n: 60 };
  const second = { x: 58, n: 60 };
  const thin = { first, second, both: 20, lost: 1, gained: 0, neither: 0 };
  expect(compareWaves(thin)).toMatchObject({
    test: "fisher-mid-p",
    conservative: true,
    verdict: "indistinguishable",
  });
  expect(compareWaves({ ...linked, headcounts: [60, 60] }).verdict).toBe("exact-difference");
  const few = { x: 4, n: 9 };
  expect(
    compareWaves({ first: few, second: few, both: 4, lost: 0, gained: 0, neither: 5 }),
  ).toEqual(expect.objectContaining({ difference: 0, verdict: "untested" }));
});
