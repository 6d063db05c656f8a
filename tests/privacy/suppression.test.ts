import { expect, test } from "vitest";
import type { Population } from "#app/model/population.ts";
import type { Count } from "#app/privacy/count.ts";
import { floors } from "#app/privacy/policy.ts";
import { judge } from "#app/privacy/release.ts";
import type { Lattice, Overlap } from "#app/privacy/suppression.ts";

interface Team {
  readonly n: number;
  readonly x: number;
  readonly parent?: string;
  readonly cut?: string;
}

/** A company given as {name: {n, x, parent}}, judged; what is hidden comes back by name. */
function hiddenAmong(teams: Record<string, Team>, overlaps: readonly Overlap[] = []): string[] {
  const names = Object.keys(teams);
  const populations = new Map<number, Population>();
  for (const [index, name] of names.entries()) {
    const { parent, cut = "organisation" } = teams[name] as Team;
    const path = parent === undefined ? [name] : [...(pathOf(parent) ?? []), name];
    const kind = parent === undefined ? "company" : "unit";
    const parentKey = parent ?? null;
    populations.set(index, {
      kind,
      key: name,
      parentKey,
      cut,
      names: { fr: name, en: name },
      path,
    });
  }
  function pathOf(name: string) {
    return [...populations.values()].find(({ key }) => key === name)?.path;
  }
  const counts: Count[] = names.map((name, population) => {
    const { n, x } = teams[name] as Team;
    return {
      population,
      measure: "trust",
      form: "share",
      rule: "answers",
      family: "trust",
      n,
      x,
      squares: null,
      acts: null,
      ofActs: null,
      whole: null,
    };
  });
  const lattice: Lattice = { populations, overlaps };
  return judge(lattice, counts, floors)
    .filter(({ value }) => value === null)
    .map(({ population }) => names[population] ?? "");
}

test("a team under five answers is hidden, and the smallest neighbour with it", () => {
  expect(
    hiddenAmong({
      company: { n: 100, x: 50 },
      lyon: { n: 57, x: 30, parent: "company" },
      nice: { n: 40, x: 18, parent: "company" },
      sète: { n: 3, x: 2, parent: "company" },
    }),
  ).toEqual(["nice", "sète"]);
});

test("two hidden teams that are still under five together take a third with them", () => {
  expect(
    hiddenAmong({
      company: { n: 104, x: 52 },
      lyon: { n: 60, x: 31, parent: "company" },
      nice: { n: 40, x: 18, parent: "company" },
      sète: { n: 2, x: 2, parent: "company" },
      vire: { n: 2, x: 1, parent: "company" },
    }),
  ).toEqual(["nice", "sète", "vire"]);
});

test("people in no team are not found by subtraction either", () => {
  expect(
    hiddenAmong({
      company: { n: 100, x: 50 },
      lyon: { n: 57, x: 30, parent: "company" },
      nice: { n: 40, x: 19, parent: "company" },
    }),
  ).toEqual(["nice"]);
});

test("everything inside a hidden unit is hidden", () => {
  expect(
    hiddenAmong({
      company: { n: 200, x: 100 },
      north: { n: 160, x: 80, parent: "company" },
      south: { n: 36, x: 17, parent: "company" },
      sète: { n: 4, x: 3, parent: "company" },
      quay: { n: 20, x: 9, parent: "south" },
      shed: { n: 16, x: 8, parent: "south" },
    }),
  ).toEqual(["south", "sète", "quay", "shed"]);
});

test("a small team of one mind, or with one dissenter, is hidden; a large one is not", () => {
  expect(
    hiddenAmong({
      company: { n: 219, x: 150 },
      lyon: { n: 100, x: 70, parent: "company" },
      nice: { n: 100, x: 62, parent: "company" },
      vire: { n: 19, x: 18, parent: "company" },
    }),
  ).toEqual(["lyon", "vire"]);
  expect(
    hiddenAmong({
      company: { n: 300, x: 231 },
      lyon: { n: 100, x: 70, parent: "company" },
      nice: { n: 100, x: 62, parent: "company" },
      vire: { n: 100, x: 99, parent: "company" },
    }),
  ).toEqual([]);
});

test("a site that is a unit and two people more is hidden, not the unit", () => {
  expect(
    hiddenAmong(
      {
        company: { n: 300, x: 150 },
        plant: { n: 100, x: 50, parent: "company" },
        office: { n: 200, x: 100, parent: "company" },
        "site-a": { n: 102, x: 51, parent: "company", cut: "site" },
        "site-b": { n: 98, x: 49, parent: "company", cut: "site" },
        "site-c": { n: 100, x: 50, parent: "company", cut: "site" },
      },
      [{ one: 1, other: 3, apart: 2 }],
    ),
  ).toEqual(["site-a", "site-b"]);
});

test("nobody answered looks like too few answered", () => {
  expect(
    hiddenAmong({
      company: { n: 100, x: 50 },
      lyon: { n: 60, x: 30, parent: "company" },
      nice: { n: 40, x: 20, parent: "company" },
      sète: { n: 0, x: 0, parent: "company" },
    }),
  ).toEqual(["nice", "sète"]);
});

test("a site that has a unit inside it is hidden when the rest of it is of one mind", () => {
  const teams = {
    company: { n: 300, x: 150 },
    plant: { n: 90, x: 40, parent: "company" },
    office: { n: 210, x: 110, parent: "company" },
    "site-a": { n: 103, x: 53, parent: "company", cut: "site" },
    "site-b": { n: 98, x: 48, parent: "company", cut: "site" },
    "site-c": { n: 99, x: 49, parent: "company", cut: "site" },
  };
  const inside = [{ one: 1, other: 3, apart: null }];
  expect(hiddenAmong(teams, inside)).toEqual(["site-a", "site-b"]);
  expect(hiddenAmong({ ...teams, plant: { n: 90, x: 46, parent: "company" } }, inside)).toEqual([]);
});

test("two that the same people answered and not the same were invited to are not both shown", () => {
  expect(
    hiddenAmong(
      {
        company: { n: 300, x: 150 },
        plant: { n: 100, x: 50, parent: "company" },
        office: { n: 200, x: 100, parent: "company" },
        "site-a": { n: 103, x: 50, parent: "company", cut: "site" },
        "site-b": { n: 97, x: 50, parent: "company", cut: "site" },
        "site-c": { n: 100, x: 50, parent: "company", cut: "site" },
      },
      [{ one: 1, other: 3, apart: 0 }],
    ),
  ).toEqual(["site-a", "site-b"]);
});

test("an interval does not tell how many did not answer where participation is hidden", () => {
  const company: Population = {
    kind: "company",
    key: "company",
    parentKey: null,
    cut: "organisation",
    names: { fr: "company", en: "company" },
    path: ["company"],
  };
  const high = (invited: number) => {
    const empty = {
      population: 0,
      form: "share",
      squares: null,
      acts: null,
      ofActs: null,
    } as const;
    const figures = judge(
      { populations: new Map([[0, company]]), overlaps: [] },
      [
        {
          ...empty,
          measure: "trust",
          family: "trust",
          rule: "answers",
          n: 40,
          x: 20,
          whole: invited,
        },
        {
          ...empty,
          measure: "participation",
          family: "participation",
          rule: "participation",
          n: invited,
          x: 40,
          whole: null,
        },
      ],
      floors,
    );
    return figures[0]?.value?.high;
  };
  expect(high(41)).toBe(high(44));
  expect(high(60)).not.toBe(high(70));
});
