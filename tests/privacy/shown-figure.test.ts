import { describe, expect, test } from "vitest";
import type { Value } from "#app/model/measure.ts";
import type { Count } from "#app/privacy/count.ts";
import { type Precision, precisions } from "#app/privacy/precision.ts";
import { noFinerThan, shownFigure } from "#app/privacy/shown-figure.ts";
import { favourableInterval, wilson } from "#app/statistics/interval.ts";
import { seeded } from "#app/statistics/seeded.ts";

const answers = { rule: "answers", form: "share", low: 0, high: 1 } as const;
const shares = { ...answers, rule: "shares" } as const;

/** So many favourable of n who answered; `whole` is how many were asked, where that is told. */
function count(x: number, n: number, whole: number | null = null): Count {
  return { x, n, whole, squares: null };
}

function shown(x: number, n: number, whole: number | null, precision: Precision): Value {
  return shownFigure(answers, count(x, n, whole), precision, false);
}

describe("the interval around a range", () => {
  test("is that of the team where participation tells how many were asked", () => {
    const { within, low, high } = shown(26, 109, 198, "fifth");
    expect(within).toEqual([0.2, 0.4]);
    expect(low).toBe(favourableInterval(22, 109, 198)?.[0]);
    expect(high).toBe(favourableInterval(44, 109, 198)?.[1]);
    expect(low).toBeGreaterThan(wilson(22, 109)?.[0] ?? 1);
    expect(high).toBeLessThan(wilson(44, 109)?.[1] ?? 0);
  });

  test("is that of a poll where it does not, so that it does not betray it", () => {
    const { low, high } = shown(26, 109, null, "fifth");
    expect([low, high]).toEqual([wilson(22, 109)?.[0], wilson(44, 109)?.[1]]);
  });

  test("is as for 5 or 10 people under 20, told or not: ten of them are as any others", () => {
    for (let n = 5; n < 20; n += 1) {
      const people = n < 10 ? 5 : 10;
      for (let x = 0; x <= n; x += 1) {
        const told = shown(x, n, 24, "tenth");
        expect(told).toEqual(shown(x, n, null, "tenth"));
        const [least, most] = told.within ?? [];
        const [low] = wilson(Math.round((least ?? 0) * people), people) ?? [];
        const [, high] = wilson(Math.round((most ?? 0) * people), people) ?? [];
        expect([told.low, told.high]).toEqual([low, high]);
      }
    }
  });

  test("tells no more than the range does: whoever shares one shares the other", () => {
    for (const precision of precisions.filter((one) => one !== "exact")) {
      for (const whole of [null, 130, 198]) {
        const byRange = new Map<string, Value>();
        for (let x = 0; x <= 109; x += 1) {
          const value = shown(x, 109, whole, precision);
          const range = String(value.within);
          expect(value).toEqual(byRange.get(range) ?? value);
          byRange.set(range, value);
          expect(value.low).toBeLessThanOrEqual(value.within?.[0] ?? 0);
          expect(value.high).toBeGreaterThanOrEqual(value.within?.[1] ?? 1);
        }
      }
    }
  });
});

describe("an indicator whose questions are ranges", () => {
  const questions = [26, 35, 40, 30, 15].map((x) => shown(x, 109, 198, "fifth"));
  const indicator = shownFigure(shares, count(30.4, 111, 198), "fifth", false);

  test("is the mean of what they leave possible, and its interval the mean of theirs", () => {
    const { value, within, low, high } = noFinerThan(indicator, 30.4 / 111, questions);
    expect(within?.[0]).toBeCloseTo(0.16, 5);
    expect(within?.[1]).toBeCloseTo(0.36, 5);
    expect(value).toBeCloseTo(0.26, 5);
    const mean = (ends: readonly (number | null)[]) =>
      ends.reduce<number>((sum, end) => sum + (end ?? Number.NaN), 0) / ends.length;
    expect(low).toBeCloseTo(mean(questions.map((one) => one.low)), 5);
    expect(high).toBeCloseTo(mean(questions.map((one) => one.high)), 5);
  });

  test("tells nothing that its questions do not: its own share does not show in it", () => {
    const looks = [0.17, 0.26, 0.35].map((share) => noFinerThan(indicator, share, questions));
    expect(looks).toEqual([looks[0], looks[0], looks[0]]);
  });

  test("reaches its own share where that lies beside them, and its interval with it", () => {
    const inside = noFinerThan(indicator, 0.26, questions);
    const beside = noFinerThan(indicator, 0.38, questions);
    expect(beside.within).toEqual([inside.within?.[0], 0.4]);
    expect(beside.low).toBe(inside.low);
    expect((beside.high ?? 0) - (inside.high ?? 0)).toBeCloseTo(0.04, 5);
  });

  test("is left as it is where they all are exact", () => {
    const exact = questions.map((one) => ({ ...one, within: null }));
    expect(noFinerThan(indicator, 0.26, exact)).toBe(indicator);
  });

  test("holds the share of the whole team at least 19 times out of 20, however people lean", () => {
    const draw = seeded([5, 1, 1, 9]);
    const [team, answered] = [198, 111];
    for (const together of [0, 0.5, 1]) {
      // Somebody who is favourable once is so again, more or less often.
      const opinions = Array.from({ length: team }, () => {
        const leaning = draw();
        return [0.25, 0.35, 0.3, 0.3, 0.2].map((p) => (draw() < together ? leaning : draw()) < p);
      });
      const favourable = (people: typeof opinions, question: number) =>
        people.filter((one) => one[question]).length;
      const share = (people: typeof opinions) =>
        people.flat().filter(Boolean).length / (people.length * 5);
      let held = 0;
      for (let times = 0; times < 400; times += 1) {
        const sample = shuffled(opinions, draw).slice(0, answered);
        // Hardly rounded, so that it is the interval that has to hold it, and not the range.
        const read = [0, 1, 2, 3, 4].map((question) =>
          shown(favourable(sample, question), answered, team, "hundredth"),
        );
        const { low, high } = noFinerThan(indicator, share(sample), read);
        const all = share(opinions);
        if (low !== null && high !== null && low <= all && all <= high) held += 1;
      }
      expect(held / 400).toBeGreaterThanOrEqual(0.95);
    }
  });
});

function shuffled<One>(ones: readonly One[], draw: () => number): readonly One[] {
  return ones
    .map((one) => [draw(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}
