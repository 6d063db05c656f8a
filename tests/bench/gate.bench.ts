import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { attacksOn } from "#app/privacy/attack.ts";
import { releaseTable } from "#app/privacy/neutral-table.ts";
import type { Precision } from "#app/privacy/precision.ts";
import { protect } from "#app/privacy/protect.ts";
import { openSolver } from "#app/privacy/solver.ts";
import { tableOf, total } from "#app/privacy/table.ts";
import { dice, randomCross, randomTree } from "#tests/support/random-tables.ts";

const solver = await openSolver();

test("eighty random companies: populations shown and attacks that succeed, beside showing all from five on", () => {
  let [kept, publishable, tried, succeeded, naive] = [0, 0, 0, 0, 0];
  for (let seed = 1; seed <= 40; seed += 1) {
    for (const table of [randomTree(seed), randomCross(seed)]) {
      const released = releaseTable(solver, table);
      kept += released.published.length;
      publishable += released.publishable;
      tried += released.attacks.tried;
      succeeded += released.attacks.succeeded;
      const members = table.groups.map(({ cells }) => cells.map((cell) => cell - 1));
      const reading = {
        n: table.cells.map(({ n }) => n),
        x: table.cells.map(({ x }) => x),
        whole: true,
        ends: 0,
      };
      const showing = members.map((cells) =>
        total(reading.n, cells) < 5 ? null : ("exact" as const),
      );
      const family = {
        table: tableOf(members, table.cells.length),
        readings: [reading],
        siblings: [],
        rests: [],
        minimum: 5,
      };
      naive += attacksOn(solver, family, showing).all.filter((attack) => attack.succeeds()).length;
    }
  }
  console.log(
    `${kept} of ${publishable} shown; ${succeeded} of ${tried} attacks succeed; ${naive} did when all from five on is shown`,
  );
  expect(succeeded).toBe(0);
});

test("a company of 8,000 teams at sites, with three segments: seconds per thousand populations, one question", () => {
  const roll = dice(3);
  const cells: { n: number; x: number; keys: string[] }[] = [];
  for (let team = 0; team < 8000; team += 1) {
    const people = 1 + Math.floor(roll() * roll() * 24);
    const [unit, leaning] = [Math.floor(team / 8), 0.3 + roll() * 0.5];
    for (let person = 0; person < people; person += 1) {
      const options = [2, 3, 5].map((count, at) => `segment ${at} ${Math.floor(roll() * count)}`);
      const place = [
        `unit ${unit}`,
        `division ${Math.floor(unit / 12)}`,
        `site ${Math.floor(unit / 4)}`,
      ];
      const keys = ["company", ...place, `team ${team}`, ...options];
      cells.push({ n: 1, x: roll() < leaning ? 1 : 0, keys });
    }
  }
  const members = new Map<string, number[]>();
  cells.forEach(({ keys }, cell) => {
    for (const key of keys) {
      const list = members.get(key) ?? [];
      list.push(cell);
      members.set(key, list);
    }
  });
  const names = [...members.keys()];
  const reading = { n: cells.map(({ n }) => n), x: cells.map(({ x }) => x), whole: true, ends: 2 };
  const beside = names.map((name) => /^(site|segment)/.test(name));
  const table = tableOf([...members.values()], cells.length, beside);
  const start = table.cells.map((all): Precision | null => (all.length < 5 ? null : "exact"));
  const began = performance.now();
  const showing = protect(
    solver,
    { table, readings: [reading], siblings: [], rests: [], minimum: 5 },
    start,
  );
  const seconds = (performance.now() - began) / 1000;
  const shown = showing.filter((at) => at !== null).length;
  const publishable = start.filter((at) => at !== null).length;
  console.log(
    `${cells.length} people, ${names.length} populations: ${seconds.toFixed(1)} s, ` +
      `${((seconds / names.length) * 1000).toFixed(2)} s per 1,000; ${shown} of ${publishable} shown`,
  );
  expect(shown / publishable).toBeGreaterThan(0.9);
});
