import { expect, test } from "vitest";
import {
  betaBinomial,
  finiteTeamEstimate,
  finiteTeamMean,
  kleinmanMoments,
  normalPrior,
  probabilityAboveCompany,
  shrinkMean,
  threeTiers,
} from "#app/statistics/shrinkage.ts";
import { draws } from "./draws.ts";

/** Orobanche seeds germinated of those sown (Crowder 1978). */
const seeds = teamsOf(
  [10, 23, 23, 26, 17, 5, 53, 55, 32, 46, 10, 8, 10, 8, 23, 0, 3, 22, 15, 32, 3],
  [39, 62, 81, 51, 39, 6, 74, 72, 51, 79, 13, 16, 30, 28, 45, 4, 12, 41, 30, 51, 7],
);

/** Rat pups of treated mothers alive after 21 days (Weil 1970). */
const litters = teamsOf(
  [12, 11, 10, 9, 10, 9, 9, 8, 8, 4, 7, 4, 5, 3, 3, 0],
  [12, 11, 10, 9, 11, 10, 10, 9, 9, 5, 9, 7, 10, 6, 10, 7],
);

test("the beta-binomial agrees with R's VGAM::vglm(cbind(x, n - x) ~ 1, betabinomial)", () => {
  const { mu, rho, a, b } = betaBinomial(seeds) ?? {};
  expect(mu).toBeCloseTo(0.4935723447, 7);
  expect(rho).toBeCloseTo(0.0815723509, 7);
  expect((a ?? 0) / ((a ?? 0) + (b ?? 0))).toBeCloseTo(mu ?? 0, 12);
  expect(1 / ((a ?? 0) + (b ?? 0) + 1)).toBeCloseTo(rho ?? 0, 12);
  const pups = betaBinomial(litters);
  expect(pups?.mu).toBeCloseTo(0.7400067593, 7);
  expect(pups?.rho).toBeCloseTo(0.3174357718, 7);
});

test("Kleinman's moments agree with his formula written out in R", () => {
  const { mu, rho } = kleinmanMoments(litters) ?? {};
  expect(mu).toBeCloseTo(0.772413793103, 11);
  expect(rho).toBeCloseTo(0.386733852911, 11);
});

test("teams that differ less than chance would are taken as one", () => {
  const alike = teamsOf([5, 5, 5, 10], [10, 10, 10, 20]);
  expect(betaBinomial(alike)).toEqual({ mu: 0.5, rho: 0, a: null, b: null });
  expect(kleinmanMoments(alike)?.rho).toBeLessThan(0);
  expect(threeTiers(alike)).toEqual(Array(4).fill("indistinguishable"));
});

test("what cannot tell teams apart pools them: one team, one answer each, all of one mind", () => {
  expect(betaBinomial([{ x: 3, n: 5 }])).toEqual({ mu: 0.6, rho: 0, a: null, b: null });
  expect(betaBinomial(teamsOf([1, 0, 1, 1], [1, 1, 1, 1]))?.rho).toBe(0);
  expect(betaBinomial(teamsOf([0, 0], [5, 9]))).toEqual({ mu: 0, rho: 0, a: null, b: null });
  expect(betaBinomial(teamsOf([5, 9], [5, 9]))).toEqual({ mu: 1, rho: 0, a: null, b: null });
  expect(betaBinomial([])).toBeNull();
  expect(betaBinomial([{ x: 0, n: 0 }])).toBeNull();
});

test("a team where nobody answered changes nothing", () => {
  expect(betaBinomial([...seeds, { x: 0, n: 0 }])).toEqual(betaBinomial(seeds));
});

test("teams each of one mind still give a Beta that exists", () => {
  const prior = betaBinomial(teamsOf([5, 0, 7, 0], [5, 5, 7, 3]));
  expect(prior?.rho).toBe(0.999999);
  expect(prior?.a).toBeGreaterThan(0);
  expect(finiteTeamEstimate({ x: 5, n: 5, N: 8 }, prior ?? {})?.estimate).toBeCloseTo(1, 6);
});

test("the estimate of a whole team agrees with the beta-binomial summed in R", () => {
  const close = (team: { x: number; n: number; N: number }, prior: object, level?: number) => {
    const found = finiteTeamEstimate(team, prior, level);
    return [found?.estimate, found?.low, found?.high, found?.standardDeviation].map((value) =>
      value?.toFixed(10),
    );
  };
  const fixed = (values: number[]) => values.map((value) => value.toFixed(10));
  expect(close({ x: 8, n: 12, N: 15 }, { a: 3, b: 2 })).toEqual(
    fixed([0.6627450980392, 8 / 15, 11 / 15, 0.0581662626439]),
  );
  const prior = { a: 5.557158613660607, b: 5.701897258876692 };
  expect(close({ x: 40, n: 90, N: 400 }, prior)).toEqual(
    fixed([0.4486779293106, 0.3625, 0.535, 0.0439144186914]),
  );
  expect(close({ x: 2, n: 4, N: 9 }, prior, 0.9)).toEqual(
    fixed([0.497365159446, 2 / 9, 7 / 9, 0.138661182038]),
  );
});

test("what a team said is not shrunk: when all answered, the estimate is their share", () => {
  const all = finiteTeamEstimate({ x: 1, n: 6, N: 6 }, { a: 30, b: 5 });
  expect(all).toEqual({ estimate: 1 / 6, low: 1 / 6, high: 1 / 6, standardDeviation: 0 });
});

test("a silent team is believed to be like the company; a team of nobody is nothing", () => {
  expect(finiteTeamEstimate({ x: 0, n: 0, N: 10 }, { a: 3, b: 2 })?.estimate).toBeCloseTo(0.6, 12);
  expect(finiteTeamEstimate({ x: 0, n: 0, N: 0 }, { a: 3, b: 2 })).toBeNull();
});

test("with a pooled prior the silent ones are drawn from the company as a whole", () => {
  const pooled = { mu: 0.4, rho: 0, a: null, b: null };
  const found = finiteTeamEstimate({ x: 2, n: 5, N: 15 }, pooled);
  expect(found?.estimate).toBeCloseTo(0.4, 12);
  expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(10 * 0.4 * 0.6) / 15, 12);
  expect(finiteTeamEstimate({ x: 0, n: 5, N: 15 }, { mu: 0 })?.high).toBe(0);
  expect(finiteTeamEstimate({ x: 5, n: 5, N: 15 }, { mu: 1 })?.low).toBe(1);
});

test("whatever the team and the prior, the interval is possible and holds the estimate", () => {
  const next = draws(4);
  for (let turn = 0; turn < 400; turn += 1) {
    const N = 1 + Math.floor(next() * 300);
    const n = Math.floor(next() * (N + 1));
    const x = Math.floor(next() * (n + 1));
    const prior = { a: 0.01 + next() * 40, b: 0.01 + next() * 40 };
    const found = finiteTeamEstimate({ x, n, N }, prior);
    expect(found?.low).toBeGreaterThanOrEqual(x / N);
    expect(found?.high).toBeLessThanOrEqual((x + N - n) / N + 1e-12);
    expect(found?.estimate).toBeGreaterThanOrEqual(x / N - 1e-12);
    expect(found?.estimate).toBeLessThanOrEqual((x + N - n) / N + 1e-12);
  }
});

test("the probability of lying above the company agrees with R's pbeta", () => {
  const prior = { a: 5.557158613660607, b: 5.701897258876692 };
  expect(probabilityAboveCompany({ x: 53, n: 74 }, prior)).toBeCloseTo(0.999856796832, 11);
  expect(probabilityAboveCompany({ x: 10, n: 39 }, prior)).toBeCloseTo(0.00379601246583, 11);
  expect(probabilityAboveCompany({ x: 10, n: 39 }, { mu: 0.5, rho: 0 })).toBeNull();
});

test("three tiers: beyond 90 % of probability, or not distinguishable", () => {
  const tiers = threeTiers(seeds);
  const prior = betaBinomial(seeds) ?? {};
  for (const [index, tier] of tiers.entries()) {
    const above = probabilityAboveCompany(seeds[index] ?? { x: 0, n: 0 }, prior) ?? 0.5;
    expect(tier).toBe(above >= 0.9 ? "above" : above <= 0.1 ? "below" : "indistinguishable");
  }
  expect(tiers[6]).toBe("above");
  expect(tiers[0]).toBe("below");
  expect(tiers[5]).toBe("indistinguishable");
});

test("variance components agree with R's nlme::lme on Rail and on chickwts, unbalanced", () => {
  const rail = normalPrior(
    [
      [55, 53, 54],
      [26, 37, 32],
      [78, 91, 85],
      [92, 100, 96],
      [49, 51, 50],
      [80, 85, 83],
    ].map(momentsOf),
  );
  expect(rail?.mu).toBeCloseTo(66.5, 10);
  expect(rail?.tau2).toBeCloseTo(615.3111111, 5);
  expect(rail?.sigma2).toBeCloseTo(16.1666667, 6);
  const chicks = normalPrior([
    { n: 12, sum: 3883, squares: 1302143 },
    { n: 10, sum: 1602, squares: 270068 },
    { n: 12, sum: 2625, squares: 604233 },
    { n: 11, sum: 3046, squares: 885586 },
    { n: 14, sum: 3450, squares: 888268 },
    { n: 12, sum: 3947, squares: 1324469 },
  ]);
  expect(chicks?.mu).toBeCloseTo(259.294058, 4);
  expect(Math.sqrt(chicks?.tau2 ?? 0)).toBeCloseTo(Math.sqrt(3892.392288), 3);
  expect(Math.sqrt(chicks?.sigma2 ?? 0)).toBeCloseTo(Math.sqrt(3009.515711), 4);
  const casein = chicks && shrinkMean({ n: 12, mean: 3883 / 12 }, chicks);
  expect(casein?.estimate).toBeCloseTo(319.69181, 3);
});

test("a mean is drawn to the company's by B = tau2/(tau2 + sigma2/n), and only for the silent", () => {
  const prior = { mu: 60, tau2: 25, sigma2: 400 };
  expect(shrinkMean({ n: 16, mean: 80 }, prior)).toEqual({
    estimate: 70,
    weight: 0.5,
    standardDeviation: Math.sqrt(12.5),
  });
  expect(shrinkMean({ n: 0, mean: 0 }, prior).estimate).toBe(60);
  expect(shrinkMean({ n: 9, mean: 80 }, { ...prior, tau2: 0 }).estimate).toBe(60);
  expect(finiteTeamMean({ n: 16, mean: 80, N: 16 }, prior)?.estimate).toBe(80);
  expect(finiteTeamMean({ n: 16, mean: 80, N: 32 }, prior)?.estimate).toBe(75);
  expect(finiteTeamMean({ n: 0, mean: 0, N: 0 }, prior)).toBeNull();
});

test("indices without any spread, or with none inside teams, stay numbers", () => {
  expect(normalPrior([[50, 50], [50]].map(momentsOf))).toEqual({ mu: 50, tau2: 0, sigma2: 0 });
  expect(normalPrior([[50], [70], [30]].map(momentsOf))?.tau2).toBe(0);
  const apart = normalPrior(
    [
      [40, 40],
      [60, 60, 60],
    ].map(momentsOf),
  );
  expect(apart).toEqual({ mu: 50, tau2: 200, sigma2: 0 });
  expect(normalPrior([momentsOf([50])])).toBeNull();
});

test("what is not a team is refused by name", () => {
  expect(() => betaBinomial([{ x: 6, n: 5 }])).toThrow("x of teams[0] must be a whole number");
  expect(() => finiteTeamEstimate({ x: 1, n: 5, N: 4 }, { mu: 0.5 })).toThrow("n must be");
  expect(() => finiteTeamEstimate({ x: 1, n: 3, N: 4 }, {})).toThrow("mu of the prior");
  expect(() => finiteTeamEstimate({ x: 1, n: 3, N: 4 }, { a: 0, b: 1 })).toThrow("a and b of the");
  expect(() => threeTiers([], { mu: 0.5 }, 0.4)).toThrow("level must be above 0.5");
});

function teamsOf(x: readonly number[], n: readonly number[]) {
  return x.map((favourable, index) => ({ x: favourable, n: n[index] ?? 0 }));
}

function momentsOf(values: readonly number[]) {
  const sum = values.reduce((before, value) => before + value, 0);
  return { n: values.length, sum, squares: values.reduce((s, value) => s + value * value, 0) };
}
