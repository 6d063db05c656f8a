import { expect, test } from "vitest";
import { type Equation, openSolver } from "#app/privacy/solver.ts";

const solver = await openSolver();

/** Three teams, any two of which are told together: nothing holds a third of a person back but that it is one. */
const pairs = (range: Equation["range"]): Equation[] =>
  [
    [0, 1],
    [1, 2],
    [0, 2],
  ].map((unknowns) => ({ unknowns, range }));

const bounds = [0, 1, 2].map(() => [0, 3] as const);
const everybody = [0, 1, 2];
const sum = (world: ArrayLike<number> | null) =>
  world === null ? null : Array.from(world).reduce((total, one) => total + one, 0);

test("counts people whole where the sums would let halves of them answer", () => {
  const knowledge = { bounds, equations: pairs([0, 1]) };
  const [shares, people] = [false, true].map((whole) => solver.open({ ...knowledge, whole }));
  expect(sum(shares?.most(everybody) ?? null)).toBeCloseTo(1.5);
  expect(sum(people?.most(everybody) ?? null)).toBe(1);
  expect(sum(people?.least(everybody) ?? null)).toBe(0);
  for (const one of [shares, people]) one?.close();
});

test("finds no world where only halves of people would fit", () => {
  const people = solver.open({ bounds, equations: pairs([1, 1]), whole: true });
  expect(people.most(everybody)).toBeNull();
  people.close();
});

test("knows more of somebody from when it is told, also after having counted in whole people", () => {
  const people = solver.open({ bounds, equations: pairs([0, 1]), whole: true });
  expect(sum(people.most(everybody))).toBe(1);
  people.bound(0, [1, 1]);
  expect(sum(people.least(everybody))).toBe(1);
  expect(people.most([1, 2])?.[0]).toBe(1);
  expect(people.most([1])?.[1]).toBeCloseTo(0);
  people.bound(0, [0, 0]);
  expect(people.most([1])?.[1]).toBe(1);
  people.close();
});
