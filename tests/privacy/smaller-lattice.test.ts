import { expect, test } from "vitest";
import { latticeOf } from "#app/privacy/lattice.ts";
import { smallerLattice } from "#app/privacy/smaller-lattice.ts";
import { population } from "#tests/support/make-figures.ts";

const company = population("company", "Company");
const rows = [
  company,
  population("unit:north", "North", { under: company }),
  population("segment:work:desk", "Desk", { under: company }),
].map((one, index) => ({ ...one, population: index + 1 }));
const lattice = latticeOf(rows, [
  { cell: 11, populations: [1, 2, 3] },
  { cell: 12, populations: [1, 2] },
  { cell: 13, populations: [1, 3] },
  { cell: 14, populations: [1] },
]);
const counts = [11, 12, 13, 14].map((cell, index) => ({
  cell,
  n: 10 + index,
  x: index,
  squares: null,
  whole: 10 + index,
}));

test("people whom only populations left out told apart become one cell", () => {
  const { lattice: smaller, merged } = smallerLattice(lattice, ({ cut }) => cut !== "organisation");
  expect(smaller.numbers).toEqual([3]);
  expect(merged(counts)).toMatchObject([{ n: 10 + 12, x: 0 + 2 }]);
});

test("a smaller lattice adds up to the same people", () => {
  const { lattice: smaller, merged } = smallerLattice(lattice, ({ kind }) => kind !== "unit");
  expect(smaller.table.cells.map((cells) => cells.length)).toEqual([2, 1]);
  expect(merged(counts).reduce((sum, { n }) => sum + n, 0)).toBe(46);
});
