import { expect, test } from "vitest";
import { differenceFromRest, differenceOfShares, newcombe } from "#app/statistics/change.ts";

test("Newcombe's hybrid interval agrees with his table II, method 10", () => {
  const [low, high] = newcombe(56, 70, 48, 80) ?? [];
  expect(low).toBeCloseTo(0.0524, 4);
  expect(high).toBeCloseTo(0.3339, 4);
  const [small, large] = newcombe(9, 10, 3, 10) ?? [];
  expect(small).toBeCloseTo(0.1705, 4);
  expect(large).toBeCloseTo(0.809, 4);
});

test("a difference is real only beyond chance and from 5 points on", () => {
  const of = (value: number, n: number) => ({ value, base: { exact: n } });
  expect(differenceOfShares(of(0.6, 1000), of(0.5, 1000)).verdict).toBe("above");
  expect(differenceOfShares(of(0.5, 1000), of(0.6, 1000)).verdict).toBe("below");
  expect(differenceOfShares(of(0.54, 100000), of(0.5, 100000)).verdict).toBe("indistinguishable");
  expect(differenceOfShares(of(0.6, 40), of(0.5, 40)).verdict).toBe("indistinguishable");
  expect(differenceOfShares(of(0.9, 29), of(0.1, 1000)).verdict).toBe("untested");
  expect(differenceOfShares({ value: 0.9, base: { band: "10-19" } }, of(0.1, 1000)).verdict).toBe(
    "untested",
  );
});

test("the change shown is rounded once: 52.952 and 58.495 are 6 points apart (Civil Service, 2020)", () => {
  const { displayed } = differenceOfShares(
    { value: 0.52952, base: { exact: 500 } },
    { value: 0.58495, base: { exact: 500 } },
  );
  expect(Math.round(displayed * 100)).toBe(-6);
});

test("a unit is compared with the rest of the company, not with a whole that contains it", () => {
  const company = { value: 0.5, base: { exact: 400 } };
  const unit = { value: 0.7, base: { exact: 100 } };
  const rest = { value: (200 - 70) / 300, base: { exact: 300 } };
  expect(differenceFromRest(unit, company)).toEqual(differenceOfShares(unit, rest));
});
