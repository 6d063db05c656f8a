import { expect, test } from "vitest";
import { shownGuess } from "#app/privacy/guesses.ts";
import { floors } from "#app/privacy/policy.ts";
import { shownProgress } from "#app/privacy/progress.ts";
import { shownReach } from "#app/privacy/reach.ts";

test("whatever the size, one answer more is seen by nobody but at a border, and the last four never", () => {
  for (let invited = 0; invited <= 400; invited += 1) {
    const seen = Array.from({ length: invited + 1 }, (_, answered) =>
      JSON.stringify(shownProgress({ invited, answered }, 10)),
    );
    if (invited < 10) {
      expect(new Set(seen)).toEqual(new Set(["null"]));
      continue;
    }
    const sizes = [...new Set(seen)].map((one) => seen.filter((other) => other === one).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(invited < 20 ? 5 : 10);
    expect(new Set(seen.slice(-5)).size).toBe(1);
  }
});

test("four leaders' guesses are nobody's, and those of five are a range", () => {
  expect(shownGuess([0.8, 0.8, 0.8, 0.8], floors)).toBeNull();
  const [least, most] = shownGuess([0.5, 0.6, 0.5, 0.6, 0.5], floors) ?? [0, 0];
  expect(most - least).toBeCloseTo(0.2);
});

test("no row of how people are reached is of fewer than ten, and few whom nothing reaches cannot be subtracted", () => {
  const way = (channel: string | null, language: string, people: number) => ({
    channel,
    language,
    people,
    price: null,
  });
  const reach = shownReach(
    [way("email", "fr", 203), way("sms", "fr", 41), way("sms", "ar", 6), way(null, "fr", 3)],
    10,
  );
  expect(reach.byNone).toBe("few");
  for (const { people } of reach.rows) {
    expect(people).toBeGreaterThanOrEqual(10);
    expect(people % 10).toBe(0);
  }
  expect(reach.rows.map(({ channel }) => channel)).toEqual(["email", null]);
});

test("what sending costs does not say how many are few", () => {
  const sms = { thousandths: 60, currency: "EUR" };
  const way = (channel: string | null, people: number, price: typeof sms | null = null) => ({
    ...{ channel, people, price },
    language: "fr",
  });
  // 99 reached for 5.94 would leave one of the hundred.
  const alone = shownReach([way("sms", 99, sms), way(null, 1)], 10);
  expect(alone.rows).toMatchObject([{ people: 100, cost: { thousandths: 6000 } }]);
  // 0.18 for twelve would be three by telephone.
  const mixed = shownReach([way("email", 9), way("sms", 3, sms)], 10);
  expect(mixed.rows).toMatchObject([{ people: 12, cost: { thousandths: 600 } }]);
  const left = shownReach([way("email", 9), way("sms", 3, sms), way(null, 1)], 10);
  expect(left.rows).toMatchObject([{ people: 10, cost: { thousandths: 600 } }]);
  const same = shownReach([way("sms", 203, sms)], 10);
  expect(same.rows).toMatchObject([{ people: 203, cost: { thousandths: 203 * 60 } }]);
});
