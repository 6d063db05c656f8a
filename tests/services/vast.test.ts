import { expect } from "vitest";
import type { Population } from "#app/model/population.ts";
import { fewNames, wordsFor } from "#app/services/around.ts";
import { readBarometer } from "#app/services/barometer.server.ts";
import { populationChoices } from "#app/services/choices.ts";
import { LISTED } from "#app/services/near.ts";
import { paged, ROWS } from "#app/services/paged.ts";
import { readTeams } from "#app/services/teams.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { population } from "#tests/support/make-figures.ts";
import { viewerOf } from "#tests/support/make-halles.ts";
import { makeVast } from "#tests/support/make-vast.ts";

const words = wordsFor("fr");
const around = (db: Db, rest = {}) =>
  ({ db, language: "fr", timeZone: "Europe/Paris", ...rest }) as const;

/** Ten regions of thirty shops each. */
function regions(): readonly Population[] {
  const company = population("company", "Halles Valmière");
  return [company].concat(
    ...Array.from({ length: 10 }, (_, r) => {
      const region = population(`unit:r${r}`, `Région ${r}`, { under: company });
      const shops = Array.from({ length: 30 }, (_, s) =>
        population(`unit:r${r}s${s}`, `Épicerie ${r}-${s}`, { under: region }),
      );
      return [region, ...shops];
    }),
  );
}

test("a tree too long to list is opened where the reader is", () => {
  const all = regions();
  const at = all.find(({ key }) => key === "unit:r3") ?? null;
  const [organisation] = populationChoices(all, words, { at });
  expect(organisation?.label).toMatch(/^Entités.: 41 sur 311, les plus proches$/);
  expect(organisation?.choices.map(({ value }) => value)).toContain("unit:r3s7");
  expect(organisation?.choices.map(({ value }) => value)).not.toContain("unit:r4s7");
});

test("what is not listed is found by its name, whatever the accents and capitals", () => {
  const [found] = populationChoices(regions(), words, { at: null, find: "epicerie 9-1" });
  expect(found?.label).toMatch(/epicerie 9-1.*11 trouvées$/);
  expect(found?.choices[0]).toEqual({
    value: "unit:r9s1",
    label: "Épicerie 9-1, Région 9",
    depth: 0,
  });
  const [nothing] = populationChoices(regions(), words, { at: null, find: "Marseille" });
  expect(nothing?.label).toMatch(/Marseille.*0 trouvée$/);
  expect(nothing?.choices).toEqual([]);
});

test("a long list is read in parts, and an address beyond the last is the first", () => {
  const rows = Array.from({ length: 2 * ROWS + 5 }, (_, row) => row);
  expect(paged(rows, 3)).toEqual({
    rows: rows.slice(2 * ROWS),
    part: { part: 3, parts: 3, first: 121, last: 125, all: 125 },
  });
  expect(paged(rows, 9).rows[0]).toBe(0);
  expect(paged(rows.slice(0, ROWS), null).part).toBeNull();
});

test("a sentence names a few and counts the others", () => {
  expect(fewNames(words, ["A", "B", "C"])).toBe("A, B et C");
  const many = Array.from({ length: 40 }, (_, place) => `É${place + 1}`);
  expect(fewNames(words, many)).toBe("É1, É2, É3, É4, É5, É6 et 34 autres");
});

test("a page of a company of four hundred shops carries some of them, and the way to the others", async ({
  owner,
  web,
}) => {
  await makeVast(owner, { fan: [400], sites: 0, waves: 1, weeks: 1 });
  const asked = { wave: null, compare: null, population: null, measure: null, by: null };
  const reading = await readBarometer(viewerOf(), asked, around(web));
  expect(reading?.map?.rows).toHaveLength(ROWS);
  expect(reading?.map?.part).toMatchObject({ part: 1, parts: 7, all: 400 });
  expect(reading?.parity?.units).toHaveLength(ROWS);
  expect(reading?.populations[0]?.choices).toHaveLength(LISTED);
  const last = await readBarometer(viewerOf(), asked, around(web, { part: 7 }));
  expect(last?.map?.rows.at(-1)?.population.names.fr).toBe("Équipe 400");

  const askedTeams = { wave: null, among: null, teams: ["unit:u399"], measures: [null, null] };
  const teams = await readTeams(viewerOf(), askedTeams, around(web));
  expect(teams?.members).toHaveLength(ROWS + 1);
  expect(teams?.chosen).toEqual(["unit:u399"]);
  const { above, same, below, others } = teams?.tiers ?? { above: [], same: [], below: [] };
  expect(teams?.funnel?.teams).toHaveLength(300);
  expect(teams?.funnel?.sentence).toMatch(
    /Le dessin en montre 300 sur 400, celles du dehors d’abord\.$/,
  );
  expect(above.length + same.length + below.length).toBeLessThanOrEqual(3 * ROWS);
  expect((others?.above ?? 0) + (others?.same ?? 0) + (others?.below ?? 0)).toBeGreaterThan(200);
});
