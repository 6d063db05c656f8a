import { expect, test } from "vitest";
import { type Moved, measuredChange, ownChange } from "#app/statistics/measured-change.ts";

const around = (value: number, half: number) => ({ value, low: value - half, high: value + half });

/** A population that moved by so much, each moment with a margin of `half`. */
const moved = (change: number, half: number): Moved => ({
  before: around(0.5, half),
  after: around(0.5 + change, half),
});

const others = (changes: readonly number[]) => changes.map((change) => moved(change, 0.03));

test("a change beyond what populations like it did is told from chance", () => {
  // R 4.2.2: b - qt(.975, 3) * sqrt(V1 + tau2 + (tau2 + mean(V)) / 4), with tau2 = max(0, var(d) - mean(V)).
  const found = measuredChange(moved(0.15, 0.04), others([0.02, -0.01, 0.03, 0]));
  expect(found).toMatchObject({ compared: 4, verdict: "more" });
  expect(found?.beyond).toBeCloseTo(0.14, 10);
  expect(found?.low).toBeCloseTo(0.04190216, 7);
  expect(found?.high).toBeCloseTo(0.2380978, 7);
});

test("the same change is none where populations like it move that much by themselves", () => {
  const found = measuredChange(moved(0.15, 0.04), others([0.12, -0.1, 0.06, -0.04]));
  expect(found).toMatchObject({ verdict: "same" });
  expect(found?.low).toBeCloseTo(-0.2162508, 7);
  expect(found?.high).toBeCloseTo(0.4962508, 7);
});

test("with fewer than three to compare with, only its own change is said", () => {
  expect(measuredChange(moved(0.15, 0.04), others([0, 0]))).toBeNull();
  const own = ownChange(moved(0.15, 0.04));
  expect(own.change).toBeCloseTo(0.15, 10);
  expect(own.high - own.low).toBeCloseTo(2 * 0.04 * Math.SQRT2, 10);
});
