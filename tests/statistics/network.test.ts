import { expect, test } from "vitest";
import {
  density,
  externalInternal,
  type Person,
  randomMixing,
  reciprocity,
  type Tie,
  unitMatrix,
} from "#app/statistics/network.ts";
import { seeded } from "#app/statistics/seeded.ts";

/** Zachary's karate club (1977), 34 members: the friends of each that come after them. */
const KARATE: Record<number, number[]> = {
  0: [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31],
  1: [2, 3, 7, 13, 17, 19, 21, 30],
  2: [3, 7, 8, 9, 13, 27, 28, 32],
  3: [7, 12, 13],
  4: [6, 10],
  5: [6, 10, 16],
  6: [16],
  8: [30, 32, 33],
  9: [33],
  13: [33],
  14: [32, 33],
  15: [32, 33],
  18: [32, 33],
  19: [33],
  20: [32, 33],
  22: [32, 33],
  23: [25, 27, 29, 32, 33],
  24: [25, 27, 31],
  25: [31],
  26: [29, 33],
  27: [33],
  28: [31, 33],
  29: [32, 33],
  30: [32, 33],
  31: [32, 33],
  32: [33],
};
const friends = Object.entries(KARATE).flatMap(([from, others]) =>
  others.flatMap((to): Tie[] => [
    [Number(from), to],
    [to, Number(from)],
  ]),
);
const withTheInstructor = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 16, 17, 19, 21];
const side = (person: Person) => (withTheInstructor.includes(Number(person)) ? "club" : "new club");

/** A made graph of 30 people in 4 units, the same in R: A[i, j] = (7 i² + 11 j) %% 5 == 0. */
const made = Array.from({ length: 900 }, (_, at): Tie => [Math.floor(at / 30), at % 30]).filter(
  ([i, j]) => (7 * Number(i) ** 2 + 11 * Number(j)) % 5 === 0,
);
const quarter = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [i, i % 4]));

// igraph's edge_density(make_graph("Zachary")) is 0.1390374
test("the karate club is as dense as published, all its ties are returned, and most stay on a side", () => {
  expect(density(34, friends)).toBeCloseTo(0.1390374, 7);
  expect(reciprocity(friends)).toBe(1);
  const { index, expected } = externalInternal(friends, side);
  expect(index).toBeCloseTo((11 - 67) / 78, 12);
  expect(expected).toBeCloseTo(1 - (2 * 2 * 17 * 16) / (34 * 33), 12);
});

// R 4.2.2: diag(A) <- 0; sum(A * t(A)) / sum(A); sum(A) / (30 * 29);
// same <- outer(u, u, "=="); (sum(A[!same]) - sum(A[same])) / sum(A); the same with all pairs i != j
test("a directed graph agrees with R's matrix algebra, self-ties left out", () => {
  expect(made.length).toBeGreaterThan(168);
  expect(reciprocity(made)).toBeCloseTo(0.3571428571429, 12);
  expect(density(30, made)).toBeCloseTo(0.1931034482759, 12);
  const { index, expected } = externalInternal(made, quarter);
  expect(index).toBeCloseTo(0.5952380952381, 12);
  expect(expected).toBeCloseTo(0.5494252873563, 12);
});

// Sizes of the 42 departments of the SNAP network email-Eu-core, 1,005 people
test("many small units make nearly every tie external if people mix at random", () => {
  const sizes = [
    49, 65, 10, 12, 109, 18, 28, 51, 19, 32, 39, 29, 3, 26, 92, 55, 25, 35, 1, 29, 14, 61, 25, 27,
    6, 6, 9, 10, 8, 5, 4, 8, 9, 1, 13, 13, 22, 15, 13, 3, 4, 2,
  ];
  const departments = sizes.flatMap((size, department) => new Array<number>(size).fill(department));
  expect(departments).toHaveLength(1005);
  const units = Object.fromEntries(departments.entries());
  expect(externalInternal([], units)).toEqual({ index: null, expected: expect.closeTo(0.907, 3) });
});

test("a small unit's ties nearly all leave it by chance alone, and a single unit's never do", () => {
  expect(randomMixing([10, 90])).toEqual({
    company: expect.closeTo(1 - (10 * 9 + 90 * 89) / (100 * 99), 12),
    units: [expect.closeTo(90 / 99, 12), expect.closeTo(10 / 99, 12)],
  });
  expect(randomMixing([40])).toEqual({ company: 0, units: [0] });
  expect(randomMixing([1])).toBeNull();
  expect(() => randomMixing([-1, 3])).toThrow("size");
});

test("a tie counts once however often it was used, and nobody is tied to themselves", () => {
  const ties: Tie[] = [
    ["a", "b"],
    ["a", "b"],
    ["b", "a"],
    ["c", "c"],
    ["a", "c"],
  ];
  expect(reciprocity(ties)).toBeCloseTo(2 / 3, 12);
  expect(density(["a", "b", "c", "c"], ties)).toBe(0.5);
  expect(reciprocity([["c", "c"]])).toBeNull();
  expect(density(1, [])).toBeNull();
  expect(density(2, [])).toBe(0);
});

test("people without a unit are left out with their ties", () => {
  const ties: Tie[] = [
    ["a", "b"],
    ["a", "x"],
    ["b", "c"],
  ];
  const units = { a: "north", b: "north", c: "south", d: "south", x: null };
  expect(externalInternal(ties, units)).toEqual({ index: 0, expected: 1 - 8 / 12 });
  const map = new Map(Object.entries(units));
  expect(externalInternal(ties, map)).toEqual(externalInternal(ties, units));
  // A function cannot say who else there is: d, without a tie, is not counted.
  const found = externalInternal(ties, (person) => map.get(String(person)));
  expect(found).toEqual({ index: 0, expected: expect.closeTo(1 / 3, 12) });
  expect(externalInternal(ties, {})).toEqual({ index: null, expected: null });
});

test("random ties are as external as random mixing says", () => {
  const draw = seeded([5, 7, 7, 2]);
  const units = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [i, i % 3 ? "a" : i % 7]));
  const ties = Array.from(
    { length: 20_000 },
    (): Tie => [Math.floor(200 * draw()), Math.floor(200 * draw())],
  );
  const { index, expected } = externalInternal(ties, units);
  expect(Math.abs((index ?? 9) - (expected ?? -9))).toBeLessThan(0.03);
});

test("a cell of the matrix needs five people on both sides and five ties", () => {
  const person = (unit: string, at: number) => `${unit}${at}`;
  const five = [0, 1, 2, 3, 4];
  const units = Object.fromEntries(
    ["a", "b", "c"].flatMap((unit) => five.map((at) => [person(unit, at), unit])),
  );
  const paired = five.map((at): Tie => [person("a", at), person("b", at)]);
  const fromOne = five.map((at): Tie => [person("b", 0), person("c", at)]);
  const four = paired.slice(1).map(([from, to]): Tie => [to, from]);
  expect(unitMatrix([...paired, ["a0", "b1"], ...fromOne, ...four], units)).toEqual({
    units: ["a", "b", "c"],
    ties: [
      [null, 6, null],
      [null, null, null],
      [null, null, null],
    ],
  });
});

test("no shown cell rests on fewer than five people, in any of 100 drawn networks", () => {
  const draw = seeded([8, 8, 8, 8]);
  for (let round = 0; round < 100; round += 1) {
    const unitOf = (one: Person) => Number(one) % 4;
    const ties = Array.from(
      { length: 60 },
      (): Tie => [Math.floor(24 * draw()), Math.floor(24 * draw() * draw())],
    );
    const matrix = unitMatrix(ties, unitOf);
    for (const [row, cells] of matrix.ties.entries()) {
      for (const [column, cell] of cells.entries()) {
        if (cell === null) continue;
        const inside = ties.filter(
          ([from, to]) =>
            String(unitOf(from)) === matrix.units[row] &&
            String(unitOf(to)) === matrix.units[column] &&
            from !== to,
        );
        expect(new Set(inside.map(String)).size).toBe(cell);
        expect(new Set(inside.map(([from]) => from)).size).toBeGreaterThanOrEqual(5);
        expect(new Set(inside.map(([, to]) => to)).size).toBeGreaterThanOrEqual(5);
      }
    }
  }
});

test("what is not a pair of people, or more people than there are, is refused", () => {
  expect(() => density(2, friends)).toThrow("nodes must be 34 at least");
  expect(() => density(-1, [])).toThrow("nodes must be a whole number");
  const broken = [["a", "b"], ["a"]] as unknown as Tie[];
  expect(() => reciprocity(broken)).toThrow("ties[1] must be a pair of people");
});
