import { expect, test } from "vitest";
import { addDays } from "#app/model/period.ts";
import { silentSince } from "#app/statistics/silence.ts";

const days = (...acts: readonly number[]) =>
  acts.map((many, index) => ({ day: addDays("2026-03-02", index), acts: many }));
const busy = (many: number) => Array.from({ length: many }, () => 50);

test("a network is silent from the first of three ordinary days without anything", () => {
  expect(silentSince(days(...busy(12), 0, 0, 0))).toBe("2026-03-14");
  expect(silentSince(days(...busy(12), 0, 0))).toBeNull();
  expect(silentSince(days(...busy(12), 0, 0, 1))).toBeNull();
});

test("a network with quiet days of its own, or one that is new, is not called silent", () => {
  const quiet = Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 0 : 19));
  expect(silentSince(days(...quiet, 0, 0, 0))).toBeNull();
  expect(silentSince(days(...busy(9), 0, 0, 0))).toBeNull();
  expect(silentSince([])).toBeNull();
});

test("what has been quiet for a working month is the usual by then", () => {
  const silent = (many: number) => Array.from({ length: many }, () => 0);
  expect(silentSince(days(...busy(12), ...silent(20)))).toBe("2026-03-14");
  expect(silentSince(days(...busy(12), ...silent(21)))).toBeNull();
});
