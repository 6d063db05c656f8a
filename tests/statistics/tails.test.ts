import { expect, test } from "vitest";
import { asUnlikely, drawnFrom, drawnWith, tails } from "#app/statistics/tails.ts";

test("chances of a draw from a team are R's phyper, also far out", () => {
  // phyper(7, 9, 6, 12), phyper(6, 9, 6, 12, lower.tail = FALSE)
  expect(tails(drawnFrom(9, 12, 15), 7).below).toBeCloseTo(0.6593406593406593, 12);
  expect(tails(drawnFrom(9, 12, 15), 7).above).toBeCloseTo(0.8153846153846154, 12);
  // phyper(199, 5e3, 95e3, 1e3, lower.tail = FALSE, log.p = TRUE)
  expect(Math.log(tails(drawnFrom(5000, 1000, 1e5), 200).above)).toBeCloseTo(-145.4053638478639, 9);
});

test("chances of heads are R's pbinom, also far out", () => {
  // pbinom(3, 20, .4), pbinom(300, 1e4, .05, log.p = TRUE)
  expect(tails(drawnWith(0.4, 20), 3).below).toBeCloseTo(0.01596116279000827, 12);
  expect(Math.log(tails(drawnWith(0.05, 1e4), 300).below)).toBeCloseTo(-51.71994039286947, 8);
});

test("the two tails overlap in the value itself, and cover everything", () => {
  for (let x = -1; x <= 8; x += 1) {
    const [here, next] = [tails(drawnFrom(9, 7, 20), x), tails(drawnFrom(9, 7, 20), x + 1)];
    expect(here.below + next.above).toBeCloseTo(1, 12);
  }
});

test("a law of one value is certain of it", () => {
  expect(tails(drawnFrom(0, 5, 9), 0)).toEqual({ below: 1, above: 1 });
  expect(asUnlikely(drawnFrom(9, 5, 9), 5)).toEqual({ less: 0, same: 1 });
  expect(asUnlikely(drawnWith(0.5, 0), 0)).toEqual({ less: 0, same: 1 });
});

test("what is too unlikely to be written down is nil, not undefined", () => {
  expect(tails(drawnWith(0.5, 1e6), 0).below).toBe(0);
  expect(asUnlikely(drawnFrom(1e6, 1e6, 2e6), 1e6)).toEqual({ less: 0, same: 0 });
});
