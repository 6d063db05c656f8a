import { describe, expect, test } from "vitest";
import { type ProgressCell, progressToTell } from "#app/privacy/progress-parts.ts";
import { openSolver } from "#app/privacy/solver.ts";

const cell = (unit: string | null, site: string | null, invited: number, answered: number) => ({
  unit,
  site,
  invited,
  answered,
});
const keysOf = (cells: readonly ProgressCell[]) => progressToTell(cells, 10).map(({ key }) => key);

describe("which units and sites are told side by side", () => {
  test("a site of its own, across two units, is told beside them", () => {
    const cells = [
      cell("u1", "lyon", 60, 20),
      cell("u1", "nantes", 80, 30),
      cell("u2", "lyon", 70, 35),
      cell("u2", "lille", 40, 10),
    ];
    expect(keysOf(cells)).toEqual(["company", "u1", "u2", "lyon", "nantes", "lille"]);
  });

  test("where a site and a unit are the same people, or differ by a few, the unit is told alone", () => {
    const others = [cell("u2", "lille", 80, 30), cell("u3", "lille", 50, 12)];
    expect(keysOf([cell("u1", "lyon", 60, 20), ...others])).not.toContain("lyon");
    expect(keysOf([cell("u1", "lyon", 60, 20), cell("u2", "lyon", 9, 3), ...others])).not.toContain(
      "lyon",
    );
    expect(keysOf([cell("u1", "lyon", 60, 20), cell("u1", null, 9, 3), ...others])).not.toContain(
      "lyon",
    );
  });

  test("what parts leave of a whole is nobody or ten people, never eight", () => {
    expect(keysOf([cell("u1", null, 100, 75), cell("u2", null, 8, 8)])).toEqual(["company"]);
    expect(keysOf([cell("u1", null, 100, 35), cell("u2", null, 12, 8)])).toEqual([
      "company",
      "u1",
      "u2",
    ]);
  });

  test("which are told follows from who is invited alone, but on days when ranges give somebody away", () => {
    const answering = (share: number) =>
      keysOf([
        cell("u1", "lyon", 60, Math.round(60 * share)),
        cell("u1", "nantes", 80, Math.round(80 * share)),
        cell("u2", "lyon", 7, Math.round(7 * share)),
        cell("u2", "lille", 90, Math.round(90 * share)),
      ]);
    expect(new Set([0.2, 0.4, 0.6, 0.8].map((share) => answering(share).join()))).toHaveLength(1);
  });
});

test("in a hundred companies, nobody can work out that everybody of a group has answered, or nobody", async () => {
  const solver = await openSolver();
  let [sites, told] = [0, 0];
  for (let world = 0; world < 100; world += 1) {
    const cells = companyOf(world);
    const ranges = progressToTell(cells, 10);
    sites += new Set(cells.map(({ site }) => site)).size;
    told += ranges.filter(({ key }) => key.startsWith("s")).length;
    const inside = (key: string) =>
      cells.flatMap(({ unit, site }, at) => ([unit, site, "company"].includes(key) ? [at] : []));
    const invited = (group: readonly number[]) =>
      group.reduce((sum, at) => sum + (cells[at]?.invited ?? 0), 0);
    const questions = solver.open({
      bounds: cells.map((one) => [0, one.invited] as const),
      equations: ranges.map(({ key, within: [least, most] }) => {
        const all = invited(inside(key));
        const last = most >= 1 ? all : Math.ceil(most * all - 1e-6) - 1;
        return { unknowns: inside(key), range: [Math.ceil(least * all - 1e-6), last] };
      }),
      whole: true,
    });
    const groups = ranges.flatMap(({ key }) => [
      inside(key),
      ...ranges.map((other) => inside(key).filter((at) => !inside(other.key).includes(at))),
    ]);
    for (const group of [...cells.keys()].map((at) => [at]).concat(groups)) {
      if (group.length === 0) continue;
      const sum = (found: ArrayLike<number> | null) =>
        group.reduce((total, at) => total + (found?.[at] ?? Number.NaN), 0);
      const known = {
        all: sum(questions.least(group)) >= invited(group),
        none: sum(questions.most(group)) <= 0,
      };
      expect(known, `company ${world}: ${JSON.stringify(group.map((at) => cells[at]))}`).toEqual({
        all: false,
        none: false,
      });
    }
    questions.close();
  }
  // A rule that tells nothing would pass too.
  expect(told / sites).toBeGreaterThan(0.5);
}, 60_000);

/** Sites with most of their people in one unit and a few in others, answering very unevenly. */
function companyOf(seed: number): readonly ProgressCell[] {
  let state = seed + 1;
  const next = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  for (let skipped = 0; skipped < 10; skipped += 1) next();
  const units = between(2, 5);
  const keen = Array.from({ length: units }, next);
  return Array.from({ length: between(2, 6) }, (_, site) => {
    const home = between(0, units - 1);
    return keen.flatMap((share, unit) => {
      const drawn = next();
      const invited =
        unit === home
          ? between(5, 120)
          : drawn < 0.35
            ? between(1, 12)
            : drawn < 0.5
              ? between(10, 60)
              : 0;
      const extreme = next();
      const answered =
        extreme < 0.07
          ? 0
          : extreme < 0.14
            ? invited
            : Math.round(invited * Math.min(1, share * next() * 1.4));
      return invited === 0 ? [] : [cell(`u${unit}`, `s${site}`, invited, answered)];
    });
  }).flat();
}
