import { expect, test } from "vitest";
import { addDays } from "#app/model/period.ts";
import {
  type ActivityEvent,
  adoption,
  gini,
  participationRate,
  rollingActive,
  stickiness,
  topShare,
} from "#app/statistics/adoption.ts";
import { seeded } from "#app/statistics/seeded.ts";

const paris = { timeZone: "Europe/Paris" };

test("an evening in Paris belongs to that day, in winter and in summer", () => {
  const events = [
    { person: "a", at: "2026-01-14T22:59:59Z" },
    { person: "b", at: "2026-01-14T23:00:00Z" },
    { person: "a", at: "2026-07-14T21:59:59Z" },
    { person: "b", at: "2026-07-14T22:00:00Z" },
  ];
  const busy = rollingActive(events, paris).filter(({ daily }) => daily > 0);
  expect(busy.map(({ day }) => day)).toEqual([
    "2026-01-14",
    "2026-01-15",
    "2026-07-14",
    "2026-07-15",
  ]);
  const days = rollingActive(events, { timeZone: "Asia/Kathmandu" });
  expect(days[0]).toMatchObject({ day: "2026-01-15", daily: 2 });
});

test("the days on which the clock changes are days like the others", () => {
  const log = rollingActive(
    [
      { person: 1, at: new Date("2026-03-28T23:30:00Z") },
      { person: 2, at: Date.parse("2026-03-29T21:30:00Z") },
      { person: 3, at: "2026-10-25T23:30:00+01:00" },
    ],
    paris,
  );
  expect(log[0]).toEqual({ day: "2026-03-29", daily: 2, weekly: null, fourWeekly: null });
  expect(log.at(-1)).toMatchObject({ day: "2026-10-25", daily: 1 });
  expect(log).toHaveLength(211);
});

test("an event told twice counts once, also when it is told later", () => {
  const once = { id: "e1", person: "a", at: "2026-03-02T09:00:00Z" };
  const again = { ...once, at: "2026-03-03T09:00:00Z" };
  const log = rollingActive([once, again, once], { ...paris, to: "2026-03-03" });
  expect(log.map(({ daily }) => daily)).toEqual([1, 0]);
});

test("over 7 and 28 days everybody counts once, as counting each window anew shows", () => {
  const draw = seeded([3, 1, 4, 1]);
  const events: ActivityEvent[] = Array.from({ length: 900 }, (_, id) => ({
    id,
    person: Math.floor(40 * draw() * draw()),
    at: `${addDays("2026-02-02", Math.floor(60 * draw()))}T12:00:00Z`,
  }));
  const log = rollingActive(events, { ...paris, from: "2026-02-02", to: "2026-04-02" });
  expect(log).toHaveLength(60);
  for (const [at, { day, daily, weekly, fourWeekly }] of log.entries()) {
    const within = (days: number) => {
      const since = addDays(day, 1 - days);
      const seen = events.filter((one) => String(one.at) >= since);
      return new Set(seen.filter((one) => String(one.at) < `${day}U`).map((one) => one.person))
        .size;
    };
    expect([day, daily]).toEqual([day, within(1)]);
    expect([day, weekly]).toEqual([day, at < 6 ? null : within(7)]);
    expect([day, fourWeekly]).toEqual([day, at < 27 ? null : within(28)]);
  }
});

test("stickiness is the mean over Mondays to Fridays, and leaves weekends and gaps out", () => {
  const row = (day: string, daily: number, fourWeekly: number | null) => ({
    day,
    daily,
    weekly: null,
    fourWeekly,
  });
  const log = [
    row("2026-03-05", 9, null),
    row("2026-03-06", 5, 20),
    row("2026-03-07", 1, 20),
    row("2026-03-08", 0, 20),
    row("2026-03-09", 10, 20),
    row("2026-03-10", 0, 0),
  ];
  expect(stickiness(log)).toBeCloseTo(0.375, 12);
  expect(stickiness(log.slice(2, 4))).toBeNull();
  expect(stickiness([])).toBeNull();
});

test("adoption is out of the headcount, and nothing out of nobody", () => {
  expect(adoption(30, 120)).toBe(0.25);
  expect(adoption(0, 0)).toBeNull();
  expect(() => adoption(6, 5)).toThrow("contributors must be a whole number from 0 to 5");
});

test("an instant without its offset, or a day that is none, is refused", () => {
  expect(() => rollingActive([{ person: 1, at: "2026-03-01T09:00:00" }], paris)).toThrow(
    "events[0].at must be an instant with its offset",
  );
  expect(() => rollingActive([{ person: 1, at: "soonZ" }], paris)).toThrow("events[0].at");
  expect(() => rollingActive([], { ...paris, from: "March", to: "2026-03-01" })).toThrow("from");
  expect(rollingActive([], paris)).toEqual([]);
});

// ineq::Gini's own example and formula, in base R 4.2.2:
// x <- sort(x); n <- length(x); G <- 2 * sum(x * 1:n) / sum(x) - (n + 1); G / n; G / (n - 1)
test("Gini agrees with R's ineq, uncorrected unless told", () => {
  const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
  expect(gini(incomes)).toBeCloseTo(0.462091130268, 11);
  expect(gini([13, 0, 2, 0, 5, 1, 0])).toBeCloseTo(0.69387755102, 11);
  expect(gini([13, 0, 2, 0, 5, 1, 0], { corrected: true })).toBeCloseTo(0.809523809524, 11);
});

test("concentration is undefined where nothing was done, 0 where all did alike", () => {
  for (const none of [[], [0, 0, 0]]) {
    expect(gini(none)).toBeNull();
    expect(topShare(none)).toBeNull();
  }
  expect(gini([3, 3, 3])).toBe(0);
  expect(gini([7])).toBe(0);
  expect(gini([7], { corrected: true })).toBeNull();
  expect(gini([0, 0, 0, 9], { corrected: true })).toBeCloseTo(1, 12);
  expect(participationRate([])).toBeNull();
  expect(participationRate([0, 1, 5, 0])).toBe(0.5);
  expect(() => gini([1, -2])).toThrow("values[1] must be 0 or more, not -2");
  expect(() => topShare([1], 0)).toThrow("share must be above 0");
});

test("the top tenth is whole people, rounded up", () => {
  const thirty = Array.from({ length: 30 }, (_, at) => at + 1);
  expect(topShare(thirty)).toBeCloseTo((30 + 29 + 28) / 465, 12);
  expect(topShare([1, 2, 3, 4])).toBeCloseTo(0.4, 12);
  expect(topShare([1, 2, 3, 4], 1)).toBeCloseTo(1, 12);
});

test("Gini knows neither the unit nor the order, and lies from 0 to 1 − 1/n", () => {
  const draw = seeded([2, 7, 1, 8]);
  for (let round = 0; round < 200; round += 1) {
    const values = Array.from({ length: 2 + (round % 9) }, () => Math.floor(6 * draw()));
    const found = gini(values);
    if (found === null) continue;
    expect(gini(values.map((value) => 60 * value).reverse())).toBeCloseTo(found, 12);
    expect(found).toBeGreaterThanOrEqual(0);
    expect(found).toBeLessThanOrEqual(1 - 1 / values.length + 1e-12);
    expect(gini([...values, ...values])).toBeCloseTo(found, 12);
  }
});
