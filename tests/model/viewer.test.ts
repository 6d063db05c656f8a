import { expect, test } from "vitest";
import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";

const manager: Viewer = {
  id: 1,
  name: "Ada",
  email: "ada@example.org",
  language: "fr",
  roles: ["manager"],
  scopes: [{ kind: "unit", key: "unit:north", path: ["company", "unit:north"] }],
};

function population(kind: Population["kind"], key: string, path: readonly string[]): Population {
  const parentKey = path.at(-2) ?? null;
  return { kind, key, parentKey, cut: kind, names: { fr: key, en: key }, path };
}

const mayRead = (viewer: Viewer, one: Population, measure: string) =>
  may(viewer, { do: "read-figure", population: one, measure });

const company = population("company", "company", ["company"]);
const own = population("unit", "unit:north", ["company", "unit:north"]);
const below = population("unit", "unit:quay", ["company", "unit:north", "unit:quay"]);
const beside = population("unit", "unit:south", ["company", "unit:south"]);
const besideBelow = population("unit", "unit:dock", ["company", "unit:south", "unit:dock"]);
const site = population("site", "site:lyon", ["company", "site:lyon"]);

test("a manager reads everything of their unit and what is in it", () => {
  expect(mayRead(manager, own, "question:stay")).toBe(true);
  expect(mayRead(manager, below, "question:stay")).toBe(true);
});

test("above and beside, a manager reads the headlines and nothing finer", () => {
  expect([company, beside].map((one) => mayRead(manager, one, "trust"))).toEqual([true, true]);
  expect([company, beside].map((one) => mayRead(manager, one, "question:stay"))).toEqual([
    false,
    false,
  ]);
});

test("inside a neighbour, and in sites and segments, a manager reads nothing", () => {
  expect([besideBelow, site].map((one) => mayRead(manager, one, "trust"))).toEqual([false, false]);
});

test("a segment within a unit is read with the unit, and never from above, beside or next door", () => {
  const crossed = ({ key, path }: Population) => {
    const inside = `${key}/segment:work:frontline`;
    return { ...population("segment", inside, [...path, inside]), parentKey: key };
  };
  const parent = population("unit", "unit:all", ["company", "unit:all"]);
  const quay: Viewer = {
    ...manager,
    scopes: [{ kind: "unit", key: "unit:quay", path: ["company", "unit:north", "unit:quay"] }],
  };
  expect([own, below].map((one) => mayRead(manager, crossed(one), "question:stay"))).toEqual([
    true,
    true,
  ]);
  expect(
    [beside, besideBelow, parent].map((one) => mayRead(manager, crossed(one), "trust")),
  ).toEqual([false, false, false]);
  expect([own, below].map((one) => mayRead(quay, crossed(one), "trust"))).toEqual([false, true]);
});

test("comments are read inside the scope only, by directors and managers", () => {
  const mayRead = (viewer: Viewer, one: Population) =>
    may(viewer, { do: "read-comments", population: one });
  expect([own, below, company, beside, besideBelow].map((one) => mayRead(manager, one))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  for (const role of ["analyst", "administrator", "auditor", "moderator"] as const) {
    expect(mayRead({ ...manager, roles: [role] }, own)).toBe(false);
  }
});

test("whoever reads results does not moderate, whatever roles they hold besides", () => {
  const mayModerate = (...held: Viewer["roles"]) =>
    may({ ...manager, roles: held }, { do: "read-page", page: "moderation" });
  expect(mayModerate("moderator")).toBe(true);
  expect(mayModerate("moderator", "administrator")).toBe(true);
  for (const role of ["director", "manager", "analyst"] as const) {
    expect(mayModerate("moderator", role)).toBe(false);
  }
  expect(mayModerate("administrator", "auditor")).toBe(false);
});

test("an administrator and an auditor read no figure, whatever their scope", () => {
  for (const role of ["administrator", "auditor"] as const) {
    expect(mayRead({ ...manager, roles: [role] }, own, "trust")).toBe(false);
  }
});
