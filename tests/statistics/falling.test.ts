import { expect, test } from "vitest";
import { whereToLook } from "#app/statistics/falling.ts";
import { population } from "#tests/support/make-figures.ts";

const company = population("company", "Company");
const north = population("unit:north", "North", { under: company });
const halls = ["a", "b", "c"].map((key) => population(`unit:${key}`, key, { under: north }));

/** Where to look when these fell, and the others did not. */
const look = (...fallen: readonly string[]) =>
  whereToLook(
    [company, north, ...halls].map((one) => ({
      population: one,
      fell: fallen.includes(one.key),
    })),
  ).map(({ key }) => key);

test("a hall that took its region down with it is where to look", () => {
  expect(look("unit:north", "unit:a")).toEqual(["unit:a"]);
});

test("a region whose halls fell together is told once", () => {
  expect(look("unit:north", "unit:a", "unit:b")).toEqual(["unit:north"]);
});

test("a region that fell while none of its halls did is told itself", () => {
  expect(look("unit:north")).toEqual(["unit:north"]);
});

test("halls that fell while their region held are told, and a whole company once", () => {
  expect(look("unit:a")).toEqual(["unit:a"]);
  expect(look("company", "unit:north", "unit:a", "unit:b", "unit:c")).toEqual(["company"]);
});
