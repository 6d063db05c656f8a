import { expect, test } from "vitest";
import { floors } from "#app/privacy/policy.ts";
import { HOURS, judgeHours } from "#app/privacy/rhythm.ts";

const shift = (n: number, ...x: readonly number[]) => [
  { population: 3, n, hours: x.map((one, hour) => ({ hour, x: one })) },
];
const shown = (n: number, ...x: readonly number[]) => judgeHours(shift(n, ...x), floors)[0]?.shown;

test("a step of a shift is never fewer people than a figure must have contributors", () => {
  const steps = [25, 50, 100, 250, 500, 5000].map((n) => shown(n, 1)?.step ?? 0);
  expect(steps).toEqual([0.2, 0.1, 0.05, 0.02, 0.01, 0.01]);
});

test("four people on their own in an hour look like nobody", () => {
  expect(shown(100, 4, 5)).toEqual(shown(100, 0, 5));
  expect(shown(100, 4, 5)?.levels.slice(0, 2)).toEqual([0, 1]);
});

test("from half of a shift on nobody can be told to be among them", () => {
  expect(shown(100, 50)).toEqual(shown(100, 100));
});

test("a shift of twenty-four is hidden, and every hour of a larger one is there", () => {
  expect(shown(24, 12)).toBeNull();
  expect(shown(25, 12)?.levels).toHaveLength(HOURS);
});
