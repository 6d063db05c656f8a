import { expect, test } from "vitest";
import { attacksOn } from "#app/privacy/attack.ts";
import { type NeutralFigure, type NeutralTable, releaseTable } from "#app/privacy/neutral-table.ts";
import { protect } from "#app/privacy/protect.ts";
import { openSolver } from "#app/privacy/solver.ts";
import { tableOf, total } from "#app/privacy/table.ts";
import { dice, randomCross, randomTree } from "#tests/support/random-tables.ts";

const solver = await openSolver();

test("a team of two beside one that is shown in a department that is shown: the neighbour gives cover", () => {
  const { published } = releaseTable(solver, {
    id: "two",
    k: 5,
    cells: [
      { n: 2, x: 1 },
      { n: 12, x: 7 },
      { n: 30, x: 18 },
    ],
    groups: [
      { group: "company", cells: [1, 2, 3] },
      { group: "department", cells: [1, 2] },
      { group: "two", cells: [1] },
      { group: "twelve", cells: [2] },
      { group: "thirty", cells: [3] },
    ],
  });
  expect(published.map(({ group }) => group)).toEqual([
    "company",
    "department",
    "twelve",
    "thirty",
  ]);
  const twelve = published.find(({ group }) => group === "twelve");
  const department = published.find(({ group }) => group === "department");
  const open = [twelve, department].map((figure) => (figure ? counts(figure, 14).length : 0));
  expect(Math.max(...open)).toBeGreaterThan(2);
});

test("whether none, one or two in seven are against looks the same, for them and from their neighbours", () => {
  const shown = [5, 6, 7].map((x) => {
    const { published } = releaseTable(solver, {
      id: "seven",
      k: 5,
      cells: [
        { n: 7, x },
        { n: 40, x: 20 },
      ],
      groups: [
        { group: "seven", cells: [1] },
        { group: "forty", cells: [2] },
      ],
    });
    return published.find(({ group }) => group === "seven");
  });
  expect(shown[0]).toEqual({ group: "seven", percent: 80, decimals: -2, step: 40 });
  expect(shown[1]).toEqual(shown[0]);
  expect(shown[2]).toEqual(shown[0]);
});

test("nothing under five is shown, and of everybody else at most one in ten is hidden", () => {
  let [kept, publishable] = [0, 0];
  for (let seed = 1; seed <= 12; seed += 1) {
    for (const table of [randomTree(seed), randomCross(seed)]) {
      const released = releaseTable(solver, table);
      expect(released.attacks).toMatchObject({ succeeded: 0 });
      for (const { group } of released.published)
        expect(peopleIn(table, group)).toBeGreaterThanOrEqual(5);
      kept += released.published.length;
      publishable += released.publishable;
    }
  }
  expect(kept / publishable).toBeGreaterThan(0.9);
});

test("somebody who tries every way the answers could have been learns of no small group, alone or together", () => {
  for (let seed = 1; seed <= 25; seed += 1) {
    const table = randomCross(seed, 6);
    if (table.cells.length > 6) continue;
    const { published } = releaseTable(solver, table);
    const worlds = everyWorld(table, published);
    expect(worlds.length).toBeGreaterThan(1);
    for (const cells of smallGroups(table)) {
      const found = new Set(worlds.map((world) => sum(world, cells)));
      expect([table.id, cells, found.size > 1]).toEqual([table.id, cells, true]);
    }
  }
});

test("what is shown does not depend on who of two hidden neighbours answered what", () => {
  const roll = dice(7);
  for (let pair = 0; pair < 30; pair += 1) {
    const [a, b] = [1 + Math.floor(roll() * 4), 1 + Math.floor(roll() * 4)];
    const [x, y] = [Math.floor(roll() * a), Math.floor(roll() * b) + 1];
    const company = (first: number, second: number) =>
      releaseTable(solver, {
        id: "twins",
        k: 5,
        cells: [
          { n: a, x: first },
          { n: b, x: second },
          { n: 8, x: 5 },
          { n: 25, x: 11 },
        ],
        groups: [
          { group: "company", cells: [1, 2, 3, 4] },
          { group: "department", cells: [1, 2, 3] },
          ...[1, 2, 3, 4].map((cell) => ({ group: `team ${cell}`, cells: [cell] })),
        ],
      }).published;
    expect(company(x, y)).toEqual(company(x + 1, y - 1));
  }
});

function peopleIn({ groups, cells }: NeutralTable, name: string): number {
  const members = groups.find(({ group }) => group === name)?.cells ?? [];
  return members.reduce((people, cell) => people + (cells[cell - 1]?.n ?? 0), 0);
}

/** The counts of n that a figure leaves possible, by what is written alone. */
function counts(figure: NeutralFigure, n: number): number[] {
  const all = Array.from({ length: n + 1 }, (_, x) => x);
  if ("favourable" in figure) return all.filter((x) => x === figure.favourable);
  return all.filter((x) => Math.abs((100 * x) / n - figure.percent) <= figure.step / 2 + 1e-9);
}

function everyWorld(table: NeutralTable, published: readonly NeutralFigure[]): number[][] {
  let worlds: number[][] = [[]];
  for (const { n } of table.cells) {
    worlds = worlds.flatMap((world) => Array.from({ length: n + 1 }, (_, x) => [...world, x]));
  }
  const known = published.map((figure) => ({
    cells: table.groups.find(({ group }) => group === figure.group)?.cells ?? [],
    possible: new Set(counts(figure, peopleIn(table, figure.group))),
  }));
  return worlds.filter((world) =>
    known.every(({ cells, possible }) => possible.has(sum(world, cells))),
  );
}

function sum(world: readonly number[], cells: readonly number[]): number {
  return cells.reduce((total, cell) => total + (world[cell - 1] ?? 0), 0);
}

/** Every cell under five, and every two of one line that are under five together. */
function smallGroups({ cells, groups }: NeutralTable): number[][] {
  const n = (members: readonly number[]) =>
    members.reduce((people, cell) => people + (cells[cell - 1]?.n ?? 0), 0);
  const alone = cells.map((_, index) => [index + 1]).filter((one) => n(one) < 5);
  const pairs = groups.flatMap(({ cells: line }) =>
    line.flatMap((a) => line.filter((b) => b > a).map((b) => [a, b])),
  );
  return [...alone, ...pairs.filter((pair) => n(pair) < 5)];
}

test("how often people wrote is shown as it is or not at all, and again where it gives no cover", () => {
  let shown = 0;
  for (let seed = 1; seed <= 20; seed += 1) {
    const { cells, groups } = randomTree(seed);
    const table = tableOf(
      groups.map((group) => group.cells.map((cell) => cell - 1)),
      cells.length,
    );
    const acts = cells.map(({ n, x }, cell) => x * (1 + ((cell * 7) % 5)) + (n % 2));
    const all = acts.reduce((sum, one) => sum + one, 0);
    const most = cells.map(({ n }) => (n > 0 ? all : 0));
    const n = cells.map((cell) => cell.n);
    const reading = { n, x: acts, whole: true, ends: 0, most, contributors: 5, acts: true };
    const start = table.cells.map((members) => (total(n, members) < 5 ? null : ("exact" as const)));
    const family = { table, readings: [reading], siblings: [], rests: [], minimum: 5 };
    const showing = protect(solver, family, start);
    expect(showing.filter((at) => at !== null && at !== "exact")).toEqual([]);
    shown += showing.filter((at) => at === "exact").length;
    const left = attacksOn(solver, family, showing).all.filter((attack) => attack.succeeds());
    expect(left).toEqual([]);
  }
  expect(shown).toBeGreaterThan(40);
});
