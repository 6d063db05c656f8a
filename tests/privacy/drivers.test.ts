import { expect, test } from "vitest";
import type { Population } from "#app/model/population.ts";
import { SealedDrivers, shownDrivers } from "#app/privacy/drivers.ts";
import { southManager, viewerOf } from "#tests/support/make-halles.ts";

const found = {
  n: 240,
  ordered: true,
  drivers: [
    { item: "heard", share: 0.317, low: 0.221, high: 0.402 },
    { item: "informed", share: 0.108, low: 0.049, high: 0.171 },
  ],
};

test("parts are told in twentieths, and their intervals never end inside what was found", () => {
  const shown = shownDrivers("trust", found);
  expect(shown).toMatchObject({ explained: 0.45, n: 240 });
  expect(shown?.drivers).toEqual([
    { item: "heard", part: 0.75, low: 0.5, high: 0.95 },
    { item: "informed", part: 0.25, low: 0.1, high: 0.45 },
  ]);
});

test("under a hundred complete answers, and where a part cannot be told, there is nothing", () => {
  expect(shownDrivers("trust", { ...found, n: 99 })).toBeNull();
  const [first] = found.drivers;
  const untold = { item: "seen", share: null, low: null, high: null };
  expect(shownDrivers("trust", { ...found, drivers: first ? [first, untold] : [] })).toBeNull();
  expect(shownDrivers("trust", { ...found, drivers: [] })).toBeNull();
});

test("whoever may not read the questions of a population reads nothing of what goes with them", () => {
  const shown = shownDrivers("trust", found);
  if (shown === null) throw new Error("nothing is shown");
  const population: Population = {
    kind: "company",
    key: "company",
    parentKey: null,
    cut: "organisation",
    names: { fr: "Tous", en: "All" },
    path: ["company"],
  };
  const sealed = new SealedDrivers([{ ...shown, population }]);
  expect(sealed.disclose(viewerOf())).toHaveLength(1);
  expect(sealed.disclose(southManager)).toEqual([]);
  expect(() => JSON.stringify(sealed)).toThrow(/disclose/);
});
