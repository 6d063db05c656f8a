import { expect, test } from "vitest";
import { funnel, funnelLimits, overDispersion } from "#app/statistics/shrinkage.ts";
import { draws } from "./draws.ts";

test("limits of few answers are exact and interpolated, as R's qbinom and pbinom give them", () => {
  expectLimits(funnelLimits(12, 0.6), [0.269291386936, 0.826274124669]);
  expectLimits(funnelLimits(12, 0.6, 0.998), [0.106119329279, 0.961717195167]);
  expectLimits(funnelLimits(29, 0.6, 0.998), [0.294117572645, 0.851554256528]);
});

test("an interpolated limit that would lie below nobody is nobody", () => {
  expectLimits(funnelLimits(5, 0.6, 0.998), [0, 0.997427983539]);
});

test("from 30 answers on, the limits are mu plus or minus z standard errors", () => {
  const half = 1.959963984540054 * Math.sqrt((0.6 * 0.4) / 30);
  expectLimits(funnelLimits(30, 0.6), [0.6 - half, 0.6 + half]);
  const wider = 1.959963984540054 * Math.sqrt((0.6 * 0.4) / 100 + 0.01);
  expectLimits(funnelLimits(100, 0.6, 0.95, 0.01), [0.6 - wider, 0.6 + wider]);
});

test("over-dispersion agrees with Spiegelhalter's formulas written out in R", () => {
  const x = [10, 23, 23, 26, 17, 5, 53, 55, 32, 46, 10, 8, 10, 8, 23, 0, 3, 22, 15, 32, 3];
  const n = [39, 62, 81, 51, 39, 6, 74, 72, 51, 79, 13, 16, 30, 28, 45, 4, 12, 41, 30, 51, 7];
  const teams = x.map((favourable, index) => ({ x: favourable, n: n[index] ?? 0 }));
  const found = overDispersion(teams);
  expect(found?.phi).toBeCloseTo(2.5875692452197, 11);
  expect(found?.tau2).toBeCloseTo(0.0110480008951, 12);
  const whole = funnel([...teams, { x: 0, n: 0 }]);
  expect(whole?.mu).toBeCloseTo(0.5102286401925, 12);
  expect(whole?.teams[21]).toEqual({ share: null, limits95: null, limits998: null, place: null });
  expect(whole?.teams[0]?.place).toBe("within");
});

test("without more spread than chance nothing is widened", () => {
  const teams = [48, 52, 50, 51, 49].map((x) => ({ x, n: 100 }));
  expect(overDispersion(teams)?.tau2).toBe(0);
  expect(funnel([...teams, { x: 95, n: 100 }])?.overDispersion?.phi).toBeGreaterThan(1);
});

test("a team far outside is seen among many that are alike", () => {
  const teams = Array.from({ length: 40 }, (_, index) => ({ x: 57 + (index % 7), n: 100 }));
  const places = funnel([...teams, { x: 90, n: 100 }])?.teams.map(({ place }) => place);
  expect(places?.at(-1)).toBe("outside998");
  expect(places?.slice(0, 40)).toEqual(Array(40).fill("within"));
});

test("a team of one or two is not outside for answering as half the company does", () => {
  const halves = Array.from({ length: 30 }, (_, index) => ({ x: 10 + (index % 2), n: 21 }));
  const small = [
    { x: 1, n: 1 },
    { x: 0, n: 1 },
    { x: 2, n: 2 },
    { x: 12, n: 12 },
  ];
  const found = funnel([...halves, ...small]);
  expect(found?.overDispersion?.tau2).toBe(0);
  expect(found?.teams.slice(30).map(({ place }) => place)).toEqual([
    "within",
    "within",
    "within",
    "outside998",
  ]);
});

test("undefined spread is null: one team, nobody, everybody alike", () => {
  expect(funnel([])).toBeNull();
  expect(funnelLimits(0, 0.5)).toBeNull();
  expect(overDispersion([{ x: 3, n: 5 }])).toBeNull();
  const alike = funnel([
    { x: 5, n: 5 },
    { x: 9, n: 9 },
  ]);
  expect(alike?.overDispersion).toBeNull();
  expect(alike?.teams.map(({ place }) => place)).toEqual(["within", "within"]);
});

test("limits hold the company, widen with the level and stay shares", () => {
  const next = draws(7);
  for (let turn = 0; turn < 500; turn += 1) {
    const [n, mu] = [1 + Math.floor(next() * 200), next()];
    const [low, high] = funnelLimits(n, mu) ?? [1, 0];
    const [wide, wider] = funnelLimits(n, mu, 0.998) ?? [1, 0];
    expect(wide).toBeLessThanOrEqual(low + 1e-9);
    expect(wider).toBeGreaterThanOrEqual(high - 1e-9);
    expect([wide >= 0, wider <= 1, low <= high]).toEqual([true, true, true]);
  }
});

test("what is not a share or a variance is refused by name", () => {
  expect(() => funnelLimits(5, 1.2)).toThrow("mu must be between 0 and 1");
  expect(() => funnelLimits(5, 0.5, 0.95, -1)).toThrow("tau2 must be 0 or more");
  expect(() => funnel([{ x: 3, n: 2 }])).toThrow("x of teams[0]");
});

function expectLimits(found: readonly [number, number] | null, [low, high]: [number, number]) {
  expect(found?.[0]).toBeCloseTo(low, 10);
  expect(found?.[1]).toBeCloseTo(high, 10);
}
