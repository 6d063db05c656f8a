import { expect, test } from "vitest";
import { cohorts, kaplanMeier, survivalAt, timeToLapse } from "#app/statistics/retention.ts";
import { seeded } from "#app/statistics/seeded.ts";
import { amlRelapsed, amlWeeks, lungDays, lungDied } from "./published.ts";

// R 4.2.2: summary(survfit(Surv(time, status) ~ 1, data = survival::aml))
// time, n.risk, n.event, survival, std.err, lower, upper
const AML = [
  [5, 23, 2, 0.9130434782609, 0.0587533847558, 0.804854797783, 1],
  [8, 21, 2, 0.8260869565217, 0.0790341964475, 0.6848394680719, 0.996466605023],
  [9, 19, 1, 0.7826086956522, 0.0860061487038, 0.6309579105996, 0.970708759208],
  [12, 18, 1, 0.7391304347826, 0.0915605371517, 0.579799217968, 0.942246527232],
  [13, 17, 1, 0.695652173913, 0.0959438755422, 0.5308783416282, 0.9115684501],
  [18, 14, 1, 0.6459627329193, 0.1011426751753, 0.4752577247055, 0.877982262317],
  [23, 13, 2, 0.5465838509317, 0.1072506417401, 0.3720780872492, 0.802933352802],
  [27, 11, 1, 0.4968944099379, 0.1084017807887, 0.3240165456898, 0.762010637765],
  [30, 9, 1, 0.4416839199448, 0.1095180699777, 0.2716759953923, 0.718078477475],
  [31, 8, 1, 0.3864734299517, 0.1088588014949, 0.2225152977469, 0.671242442974],
  [33, 7, 1, 0.3312629399586, 0.1063909728876, 0.1765201825807, 0.621657726531],
  [34, 6, 1, 0.2760524499655, 0.1019833760905, 0.1338221956293, 0.569449296312],
  [43, 5, 1, 0.2208419599724, 0.0953674384864, 0.0947332405633, 0.514826379784],
  [45, 4, 1, 0.1656314699793, 0.0860352084086, 0.0598407178101, 0.458446770886],
  [48, 2, 1, 0.0828157349896, 0.0726618005035, 0.0148346082548, 0.462327406565],
];

test("Kaplan and Meier's steps, errors and limits agree with R on the aml patients", () => {
  const steps = kaplanMeier(amlWeeks, amlRelapsed);
  expect(steps).toHaveLength(AML.length);
  for (const [at, expected] of AML.entries()) {
    const { time, atRisk, events, survival, standardError, low, high } = steps[at] ?? {};
    const found = [time, atRisk, events, survival, standardError, low, high];
    for (const [column, value] of expected.entries()) expect(found[column]).toBeCloseTo(value, 11);
  }
});

// R 4.2.2: summary(survfit(Surv(time, status == 2) ~ 1, lung), times = c(5, 100, 365, 1000), extend = TRUE)
test("and on the lung patients, with many ties, read at any day", () => {
  const steps = kaplanMeier(lungDays, lungDied);
  expect(steps).toHaveLength(139);
  expect(survivalAt(steps, 4)).toBe(1);
  expect(survivalAt(steps, 5)).toBeCloseTo(0.9956140350877, 12);
  expect(survivalAt(steps, 100)).toBeCloseTo(0.8639689676452, 12);
  expect(survivalAt(steps, 365)).toBeCloseTo(0.4092416244601, 12);
  expect(survivalAt(steps, 1000)).toBeCloseTo(0.0503455680708, 12);
  const year = steps.findLast(({ time }) => time <= 365);
  expect(year?.standardError).toBeCloseTo(0.03582363817204, 12);
  expect([year?.low, year?.high]).toEqual([
    expect.closeTo(0.344721581796, 11),
    expect.closeTo(0.485837603547, 11),
  ]);
});

test("once everybody has left the spread is unknown, not 0", () => {
  expect(kaplanMeier([1, 2], [1, 1])[1]).toEqual({
    time: 2,
    survival: 0,
    atRisk: 1,
    events: 1,
    standardError: null,
    low: null,
    high: null,
  });
  expect(kaplanMeier([], [])).toEqual([]);
  expect(kaplanMeier([3, 4], [0, 0])).toEqual([]);
});

test("without censoring the curve is the share still there, whatever the order", () => {
  const draw = seeded([1, 6, 1, 8]);
  for (let round = 0; round < 100; round += 1) {
    const times = Array.from({ length: 1 + (round % 20) }, () => Math.floor(8 * draw()));
    const all = times.map(() => 1);
    const steps = kaplanMeier(times, all);
    expect(kaplanMeier(times.toReversed(), all)).toEqual(steps);
    for (let time = 0; time < 9; time += 1) {
      const there = times.filter((one) => one > time).length / times.length;
      expect(survivalAt(steps, time)).toBeCloseTo(there, 12);
    }
    const censored = kaplanMeier(
      times,
      times.map(() => (draw() < 0.5 ? 1 : 0)),
    );
    for (const [at, step] of censored.entries()) {
      expect(step.survival).toBeLessThan(censored[at - 1]?.survival ?? 1.0000001);
      expect(step.survival).toBeGreaterThanOrEqual(survivalAt(steps, step.time) - 1e-12);
    }
  }
});

test("a time below 0 or an event that is neither 0 nor 1 is refused", () => {
  expect(() => kaplanMeier([1, -1], [1, 1])).toThrow("times[1] must be 0 or more");
  expect(() => kaplanMeier([1, 2], [1, 2])).toThrow("events[1] must be 0 or 1");
  expect(() => kaplanMeier([1, 2], [1])).toThrow("events must have 2 values");
});

test("28 silent days in a row are a lapse, 27 are not", () => {
  const joined = { joined: 100, active: [100, 110] };
  expect(timeToLapse(joined, 137)).toEqual({ time: 37, event: 0 });
  expect(timeToLapse(joined, 138)).toEqual({ time: 38, event: 1 });
  expect(timeToLapse({ joined: 100, active: [] }, 400)).toEqual({ time: 28, event: 1 });
  expect(timeToLapse({ joined: 0, active: [28] }, 40)).toEqual({ time: 40, event: 0 });
  expect(timeToLapse({ joined: 0, active: [29] }, 40)).toEqual({ time: 28, event: 1 });
});

test("who leaves the company has not lapsed, and who has not joined is nobody's", () => {
  expect(timeToLapse({ joined: 10, active: [12], left: 20 }, 400)).toEqual({ time: 10, event: 0 });
  expect(timeToLapse({ joined: 10, active: [12], left: 90 }, 400)).toEqual({ time: 30, event: 1 });
  expect(timeToLapse({ joined: 50, active: [] }, 40)).toBeNull();
  expect(() => timeToLapse({ joined: 0.5, active: [] }, 40)).toThrow("days must be whole numbers");
});

test("a cohort's cell needs ten people whose fate is known", () => {
  const member = (cohort: string, time: number, event: 0 | 1) => ({ cohort, time, event });
  const people = [
    ...Array.from({ length: 4 }, () => member("2026-02", 28, 1)),
    ...Array.from({ length: 6 }, () => member("2026-02", 60, 0)),
    ...Array.from({ length: 9 }, () => member("2026-01", 90, 0)),
  ];
  expect(cohorts(people, [10, 30, 60, 61])).toEqual([
    { cohort: "2026-01", kept: [null, null, null, null] },
    { cohort: "2026-02", kept: [1, expect.closeTo(0.6, 12), expect.closeTo(0.6, 12), null] },
  ]);
});
