import { expect, test } from "vitest";
import type { MeasureCount } from "#app/privacy/count.ts";
import { judge } from "#app/privacy/judge.ts";
import { latticeOf } from "#app/privacy/lattice.ts";
import { floors } from "#app/privacy/policy.ts";
import { prove } from "#app/privacy/proof.ts";
import { openSolver } from "#app/privacy/solver.ts";
import { population } from "#tests/support/make-figures.ts";

const company = population("company", "Halles Valmière");
const north = population("unit:north", "Nord", { under: company });
const days = population("unit:north-days", "Nord, jour", { under: north });
const nights = population("unit:north-nights", "Nord, nuit", { under: north });
const loading = population("unit:loading", "Chargement", { under: nights });
const south = population("unit:south", "Sud", { under: company });
const units = [company, north, days, nights, loading, south];

/** Answered, favourably, and the units they are in, from the one they are right in up. */
type Cell = readonly [n: number, x: number, within: readonly (typeof company)[]];

async function attacked(people: readonly Cell[]) {
  const lattice = latticeOf(
    units.map((unit, index) => ({ ...unit, population: index + 1 })),
    people.map(([, , within], cell) => ({
      cell,
      populations: within.map((unit) => units.indexOf(unit) + 1).toSorted((a, b) => a - b),
    })),
  );
  const trust: MeasureCount = {
    ...({ measure: "question:said", form: "share", rule: "answers", family: "trust" } as const),
    ...{ low: 0, high: 1, sensitive: false },
    cells: people.map(([n, x], cell) => ({ cell, n, x, squares: x, whole: n })),
  };
  const solver = await openSolver();
  const { figures } = judge(solver, lattice, [trust], floors);
  const written = new Map(figures.map((one) => [one.population, one.value]));
  const families = (async function* () {
    yield [trust];
  })();
  const proof = await prove(solver, lattice, families, floors, (one) => written.get(one) ?? null);
  const exact = (unit: typeof company) => written.get(units.indexOf(unit) + 1)?.within === null;
  return { proof, exact };
}

const others: readonly Cell[] = [
  [30, 17, [days, north, company]],
  [60, 33, [south, company]],
];

test.each([1, 2, 3, 4])(
  "what %i right in a unit answered is not what its teams leave of it",
  async (heads) => {
    const { proof, exact } = await attacked([
      ...others,
      [28, 12, [nights, north, company]],
      [heads, heads, [north, company]],
    ]);
    expect(exact(north) && exact(days) && exact(nights)).toBe(false);
    expect(proof.attacks.tried).toBeGreaterThan(0);
    expect(proof.attacks.succeeded).toBe(0);
  },
);

test("nor what two heads on two floors answered together, with the unit between them hidden", async () => {
  const { proof } = await attacked([
    ...others,
    [28, 12, [loading, nights, north, company]],
    [1, 1, [nights, north, company]],
    [1, 0, [north, company]],
  ]);
  expect(proof.attacks).toMatchObject({ succeeded: 0 });
  expect(proof.attacks.tried).toBeGreaterThanOrEqual(3);
});

test("nor that seven who are right in a unit are of one mind", async () => {
  const { proof, exact } = await attacked([
    ...others,
    [28, 12, [nights, north, company]],
    [7, 7, [north, company]],
  ]);
  expect(exact(north) && exact(days) && exact(nights)).toBe(false);
  expect(proof.attacks.succeeded).toBe(0);
});
