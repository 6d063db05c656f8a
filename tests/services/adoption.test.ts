import { expect } from "vitest";
import { readAdoption } from "#app/services/adoption.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { dayManager, makeHalles, viewerOf, weeks } from "#tests/support/make-halles.ts";

const around = (db: Db) => ({ db, language: "fr", timeZone: "Europe/Paris" }) as const;
const nothingAsked = { population: null, weeks: null };

test("adoption is drawn for the frontline, the desks and the company", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.weeks.map(({ week }) => week)).toEqual(weeks);
  expect(reading?.trend.lines.map(({ name }) => name)).toEqual([
    "Terrain",
    "Bureau",
    "Toute l’entreprise",
  ]);
});

test("active people are the share of the headcount, as people", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.active.bars.at(-1)).toEqual({ total: 300, least: 300, part: 0 });
  expect(reading?.messages.bars.at(-1)).toEqual({ total: 3000, least: 3000, part: 600 });
});

test("a team too small to show is hidden week after week, never zero", async ({ owner, web }) => {
  await makeHalles(owner);
  const asked = { ...nothingAsked, population: "unit:south-stock" };
  const reading = await readAdoption(viewerOf(), asked, around(web));
  expect(reading?.active.bars).toEqual(weeks.map(() => null));
  expect(reading?.active.sentence).toBe("La dernière semaine est masquée.");
});

test("a manager sees what people did in their own team, not in the company", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const own = await readAdoption(dayManager, nothingAsked, around(web));
  expect(own?.populationName).toBe("Préparation jour");
  expect(own?.active.bars.at(-1)).toEqual({ total: 60, least: 60, part: 0 });
  const asked = { ...nothingAsked, population: "unit:south" };
  const above = await readAdoption(dayManager, asked, around(web));
  expect(above?.active.figures.every((figure) => figure === null)).toBe(true);
});

test("without a released week there is nothing, and no zero", async ({ web }) => {
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.weeks).toEqual([]);
  expect(reading?.active.bars).toEqual([]);
});
