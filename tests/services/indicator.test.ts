import { expect } from "vitest";
import { readIndicator } from "#app/services/indicator.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";

const around = (db: Db) => ({ db, language: "fr", timeZone: "Europe/Paris" }) as const;
const asked = (indicator: string, more = {}) => ({
  indicator,
  wave: null,
  compare: null,
  population: null,
  by: null,
  ...more,
});

/** Halles Valmière, whose one question counts towards its connection. */
async function makeConnected(owner: Db): Promise<void> {
  await makeHalles(owner);
  await owner.updateTable("records.item").set({ indicatorKey: "connection" }).execute();
}

test("a director reads where connection stands, what moved, and what it is made of", async ({
  owner,
  web,
}) => {
  await makeConnected(owner);
  const reading = await readIndicator(viewerOf(), asked("connection"), around(web));
  expect(reading?.lead).toEqual({
    said: "Connexion\u00a0: 56\u202f% d’avis favorables.",
    rest: expect.stringMatching(/^11 points de plus depuis juin 2026/),
  });
  expect(reading?.trend?.lines.map(({ name }) => name)).toEqual(["Terrain", "Bureau"]);
  expect(reading?.questions.rows.map(({ wording }) => wording)).toEqual(["Je suis informé"]);
  expect(reading?.questions.sentence).toBe("L’indicateur est fait de 1 question.");
  expect(reading?.segments.rows.map(({ name }) => name)).toEqual([
    "Logistique Nord",
    "Logistique Sud",
  ]);
  expect(reading?.slope?.sentence).toMatch(/^En hausse depuis juin 2026\u00a0: Halles Valmière/);
  expect(reading?.computed.map(({ key }) => key)).toEqual([
    "favourable",
    "indicator",
    "interval",
    "many",
    "drivers",
  ]);
});

test("a part too small to show stays hidden in every block, with no number of its own", async ({
  owner,
  web,
}) => {
  await makeConnected(owner);
  const reading = await readIndicator(
    southManager,
    asked("connection", { population: "unit:south" }),
    around(web),
  );
  const [stock] = reading?.segments.rows.filter(({ name }) => name === "Inventaire") ?? [];
  expect(stock).toMatchObject({ figure: { hidden: true }, difference: null, said: [] });
  expect(reading?.slope?.rows.map(({ name }) => name)).not.toContain("Inventaire");
});

test("what is not theirs, not there, or no indicator is all the same nothing", async ({
  owner,
  web,
}) => {
  await makeConnected(owner);
  const read = (indicator: string, more = {}) =>
    readIndicator(southManager, asked(indicator, more), around(web));
  expect(await read("trust", { population: "site:lyon" })).toBeNull();
  expect(await read("trust", { population: "unit:nowhere" })).toBeNull();
  expect(await read("trust", { wave: "1999-01" })).toBeNull();
  expect(await read("adoption")).toBeNull();
  expect(await read("question:informed")).toBeNull();
});

test("above their own scope a manager reads the headline and none of its questions", async ({
  owner,
  web,
}) => {
  await makeConnected(owner);
  const reading = await readIndicator(
    southManager,
    asked("connection", { population: "company" }),
    around(web),
  );
  expect(reading?.figure).toMatchObject({ hidden: false });
  expect(reading?.questions.rows.map(({ favourable }) => favourable)).toEqual([null]);
});

test("before the first wave the page says so and shows nothing", async ({ web }) => {
  const reading = await readIndicator(viewerOf(), asked("trust"), around(web));
  expect(reading).toMatchObject({ wave: null, trend: null, slope: null });
  expect(reading?.lead.said).toMatch(/pas encore de chiffre/);
});
