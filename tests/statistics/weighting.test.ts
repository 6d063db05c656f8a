import { expect, test } from "vitest";
import {
  collapse,
  companyWeights,
  mayWeight,
  postStratify,
  rake,
  weightedShare,
} from "#app/statistics/weighting.ts";
import { draws } from "./draws.ts";

/** 120 respondents of 1,000 people, made by rule so that R can make them too. */
const people = Array.from({ length: 120 }, (_, i) => ({
  site: i < 60 ? "Lille" : i < 100 ? "Lyon" : "Nice",
  role: (i * 7) % 10 < 6 ? "floor" : (i * 7) % 10 < 9 ? "desk" : "lead",
  tenure: (i * i + 3 * i) % 11 < 5 ? "new" : "old",
}));
const favourable = people.map(({ site }, i) => ((i * 13) % 17 < 9 || site === "Nice" ? 1 : 0));
const margins = {
  site: { Lille: 400, Lyon: 350, Nice: 250 },
  role: { floor: 650, desk: 250, lead: 100 },
  tenure: { new: 420, old: 580 },
};

test("raking agrees with R's survey::rake(control = list(epsilon = 1e-13)), three margins", () => {
  const { weights, converged, designEffect, effectiveN, maxToMean } = rake(people, margins);
  const known = [
    [0, 8.410241481654],
    [1, 6.40615019617],
    [2, 6.615154428543],
    [60, 8.653087987809],
    [61, 6.591128379786],
    [100, 15.84589216691],
    [119, 12.463735312571],
  ] as const;
  for (const [respondent, weight] of known) expect(weights[respondent]).toBeCloseTo(weight, 9);
  expect(converged).toBe(true);
  expect(designEffect).toBeCloseTo(1.090515853554, 10);
  expect(effectiveN).toBeCloseTo(120 / 1.090515853554, 7);
  expect(maxToMean).toBeCloseTo(1.901507060029, 10);
});

test("raking agrees with survey::rake on five rows and two margins", () => {
  const rows = ["xp", "xq", "yp", "yq", "xp"].map(([a = "", b = ""]) => ({ a, b }));
  const { weights } = rake(rows, { a: { x: 30, y: 70 }, b: { p: 45, q: 55 } });
  const known = [8.549680399178, 12.900639201644, 27.900639201644, 42.099360798356, 8.549680399178];
  for (const [row, weight] of known.entries()) expect(weights[row]).toBeCloseTo(weight, 9);
});

test("the error of a raked share agrees with R's svymean, also with answers left out", () => {
  const raked = rake(people, margins);
  const all = weightedShare(favourable, raked, 1000);
  expect(all?.share).toBeCloseTo(0.64241507042158, 10);
  expect(all?.standardError).toBeCloseTo(0.03604945776332, 10);
  const some = favourable.map((value, i) => ([3, 49, 89].includes(i) ? null : value));
  expect(weightedShare(some, raked, 1000)?.share).toBeCloseTo(0.6335350766717, 10);
  expect(weightedShare(some, raked, 1000)?.standardError).toBeCloseTo(0.03639310064894, 10);
});

test("a post-stratified share and its error agree with R's postStratify and svymean", () => {
  const weighting = postStratify(
    people.map(({ site }) => site),
    margins.site,
  );
  expect(weighting.weights[0]).toBeCloseTo(400 / 60, 12);
  const { share, standardError } = weightedShare(favourable, weighting, 1000) ?? {};
  expect(share).toBeCloseTo(0.6383333333333, 12);
  expect(standardError).toBeCloseTo(0.035614310115, 12);
  const plain = weightedShare(favourable, { weights: people.map(() => 1), strata: [] }, 1000);
  expect(plain?.standardError).toBeCloseTo(0.04212825555333, 12);
});

test("one margin raked is the same as post-stratified on it", () => {
  const raked = rake(people, { site: margins.site });
  const stratified = postStratify(
    people.map(({ site }) => site),
    margins.site,
  );
  for (const [i, weight] of raked.weights.entries()) {
    expect(weight).toBeCloseTo(stratified.weights[i] ?? 0, 10);
  }
});

test("margins that cannot be met together are said not to be", () => {
  const rows = [..."aabb"].map((both) => ({ site: both, role: both }));
  const raked = rake(rows, { site: { a: 30, b: 70 }, role: { a: 60, b: 40 } });
  expect(raked.converged).toBe(false);
  expect(raked.iterations).toBe(200);
  expect(raked.largestError).toBeGreaterThan(0.1);
  expect(raked.weights.every(Number.isFinite)).toBe(true);
});

test("margins that can only be met by silencing somebody stay numbers and say so", () => {
  const rows = ["ap", "aq", "bq"].map(([site = "", role = ""]) => ({ site, role }));
  const raked = rake(rows, { site: { a: 10, b: 90 }, role: { p: 50, q: 50 } });
  expect(raked.converged).toBe(false);
  expect(raked.weights.every(Number.isFinite)).toBe(true);
});

test("a voice that would count for many is cut to three times the mean, and margins still met", () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({
    site: i < 8 ? "depot" : "shop",
    shift: i % 4 === 0 ? "night" : "day",
  }));
  const targets = { site: { depot: 90, shop: 910 }, shift: { night: 400, day: 600 } };
  const free = rake(rows, targets);
  expect(free.maxToMean).toBeGreaterThan(3);
  const cut = rake(rows, targets, { cap: 3 });
  expect(cut.converged).toBe(true);
  expect(cut.maxToMean).toBeLessThan(free.maxToMean ?? 0);
  expect(cut.withinCap).toBe((cut.maxToMean ?? 0) <= 3 * (1 + 1e-6));
  expect(cut.weights.slice(0, 8).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(90, 6);
});

test("a cap or a merge that nothing calls for changes nothing", () => {
  const plain = rake(people, margins);
  expect(rake(people, margins, { cap: 3, collapseBelow: 5 })).toEqual(plain);
});

test("a category with too few respondents joins its smaller neighbour in the list", () => {
  const rows = [
    ...Array(20).fill({ tenure: "0-1" }),
    ...Array(3).fill({ tenure: "1-3" }),
    ...Array(9).fill({ tenure: "3-9" }),
    ...Array(12).fill({ tenure: "10+" }),
  ];
  const targets = { tenure: { "0-1": 50, "1-3": 20, "3-9": 30, "10+": 40 } };
  const { merged, margins: fewer } = collapse(rows, targets, 5);
  expect(merged).toEqual([{ variable: "tenure", categories: ["1-3", "3-9"] }]);
  expect(fewer).toEqual({ tenure: { "0-1": 50, "1-3 + 3-9": 50, "10+": 40 } });
  expect(rake(rows, targets, { collapseBelow: 5 }).weights[20]).toBeCloseTo(50 / 12, 10);
});

test("a category where nobody answered is refused, or merged when asked", () => {
  const targets = { site: { Lille: 400, Lyon: 350, Nice: 200, Brest: 50 } };
  expect(() => rake(people, targets)).toThrow('margins.site has "Brest", which has nobody in rows');
  const { merged, converged } = rake(people, targets, { collapseBelow: 5 });
  expect(merged).toEqual([{ variable: "site", categories: ["Nice", "Brest"] }]);
  expect(converged).toBe(true);
});

test("what does not fit is refused by name", () => {
  expect(() => rake(people, { site: margins.site, tenure: { new: 400, old: 580 } })).toThrow(
    "margins must have the same total: site has 1000, tenure 980",
  );
  expect(() => rake(people, { site: { Lille: 500, Lyon: 500 } })).toThrow(
    'rows[100] has site "Nice", which has nobody in margins',
  );
  expect(() => rake(people, { toString: { a: 1000 } })).toThrow("rows[0] has no toString");
  expect(() => rake(people, {})).toThrow("margins must name a variable");
  expect(() => rake([], margins)).toThrow("nobody in rows");
  expect(() => rake(people, { site: { ...margins.site, Brest: -1 } })).toThrow("0 or more, not -1");
  expect(() => rake(people, margins, { cap: 1 })).toThrow("cap must be above 1");
  expect(() => postStratify(["a", "b"], { a: 10 })).toThrow('cell "b"');
  expect(() => weightedShare([1], { weights: [1, 1], strata: [] }, 9)).toThrow("weights must have");
  expect(() => weightedShare([1, 0], { weights: [1, 1], strata: [] }, 1)).toThrow("N must be");
});

test("where everybody answered a share has no error, and where nobody did no value", () => {
  const weights = { weights: [1, 1, 1], strata: [] };
  expect(weightedShare([1, 0, 1], weights, 3)?.standardError).toBe(0);
  expect(weightedShare([null, null, null], weights, 9)).toBeNull();
  expect(weightedShare([1], { weights: [1], strata: [] }, 9)).toEqual({
    share: 1,
    standardError: null,
  });
});

test("a company is weighted from 100 respondents on, by cells when each has ten, else raked", () => {
  const frameOf = (count: (site: string, tenure: string) => number) =>
    ["Lille", "Lyon", "Nice"].flatMap((site) =>
      ["new", "old"].map((tenure) => ({
        categories: { site, tenure },
        people: count(site, tenure),
      })),
    );
  const frame = frameOf((site, tenure) => (site === "Nice" ? 100 : tenure === "new" ? 150 : 250));
  expect(companyWeights(people.slice(0, 99), frame)).toBeNull();
  const raked = companyWeights(people, frame);
  expect(raked).toMatchObject({ converged: true, merged: [] });
  expect(raked?.weights.slice(100).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(200, 8);
  const large = Array.from({ length: 3 }, () => people).flat();
  const byCell = companyWeights(large, frame);
  expect(byCell).not.toHaveProperty("merged");
  expect(byCell?.weights[0]).toBeCloseTo(150 / 66, 10);
  expect([mayWeight(99), mayWeight(100)]).toEqual([false, true]);
});

test("raked weights are positive, meet every margin, and do not depend on the order of rows", () => {
  const next = draws(21);
  for (let turn = 0; turn < 60; turn += 1) {
    const rows = Array.from({ length: 150 }, (_, i) => ({
      a: "uvw"[i < 3 ? i : Math.floor(next() * 3)] ?? "u",
      b: "xy"[i < 2 ? i : Math.floor(next() * 2)] ?? "x",
    }));
    const [u, x] = [100 + Math.floor(next() * 300), 200 + Math.floor(next() * 500)];
    const targets = { a: { u, v: 300, w: 600 - u + 100 }, b: { x, y: 1000 - x } };
    const raked = rake(rows, targets);
    expect(raked.converged).toBe(true);
    for (const [variable, totals] of Object.entries(targets)) {
      for (const [category, total] of Object.entries(totals)) {
        const sum = rows.reduce((before, row, i) => {
          const here = (row as Record<string, string>)[variable] === category;
          return before + (here ? (raked.weights[i] ?? 0) : 0);
        }, 0);
        expect(Math.abs(sum - total) / total).toBeLessThan(1e-6);
      }
    }
    expect(Math.min(...raked.weights)).toBeGreaterThan(0);
    expect(raked.designEffect).toBeGreaterThanOrEqual(1 - 1e-12);
    const reversed = rake([...rows].reverse(), targets).weights.toReversed();
    for (const [i, weight] of raked.weights.entries()) expect(reversed[i]).toBeCloseTo(weight, 8);
  }
});
