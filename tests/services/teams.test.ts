import { expect } from "vitest";
import { type Disclosed, lookup } from "#app/services/disclosed.ts";
import { laddersOf } from "#app/services/teams/ladder.ts";
import { readTeams } from "#app/services/teams.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { makeRelease, population } from "#tests/support/make-figures.ts";
import { dayManager, makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";

const nothingAsked = { wave: null, among: null, teams: [], measures: [null, null] };

const around = (db: Db) => ({ db, language: "fr", timeZone: "Europe/Paris" }) as const;

const names = (populations: readonly { readonly names: { readonly fr: string } }[] = []) =>
  populations.map((one) => one.names.fr);

test("a manager sees their teams in alphabetical order, in three groups and no ranking", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readTeams(southManager, nothingAsked, around(web));
  expect(reading?.members.map(({ name }) => name)).toEqual([
    "Inventaire",
    "Préparation jour",
    "Préparation nuit",
  ]);
  expect(names(reading?.tiers.above)).toEqual(["Préparation jour"]);
  expect(names(reading?.tiers.below)).toEqual(["Préparation nuit"]);
  expect(reading?.lead.said).toBe(
    "Connexion\u00a0: nettement au-dessus des autres, Préparation jour. Nettement en dessous\u00a0: Préparation nuit.",
  );
});

test("a hidden team leads to the nearest unit that can be shown", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readTeams(southManager, nothingAsked, around(web));
  expect(reading?.ladders).toHaveLength(1);
  expect(reading?.ladders[0]?.population.names.fr).toBe("Inventaire");
  expect(reading?.ladders[0]?.nearest?.population.names.fr).toBe("Logistique Sud");
});

test("a hidden team is given the whole above it, and never a number of its own", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readTeams(southManager, nothingAsked, around(web));
  const [row] = reading?.blocks[0]?.rows.filter(({ figure }) => figure?.hidden) ?? [];
  expect(row).toMatchObject({ difference: null, said: [] });
  expect(row?.figure).not.toHaveProperty("value");
  const [stock] = reading?.ladders ?? [];
  expect(stock).toMatchObject({ earlier: null, nearest: { hidden: false } });
  expect(stock?.nearest?.population.key).toBe("unit:south");
});

test("a team hidden in one wave is given its own figure of the last wave that showed it", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const asked = { ...nothingAsked, wave: "2026-06" };
  const reading = await readTeams(southManager, asked, around(web));
  const ladder = (key: string) => reading?.ladders.find(({ population }) => population.key === key);
  // The night shift was shown in February, and hidden with the stock in June.
  expect(ladder("unit:south-night")?.earlier).toMatchObject({
    wave: "Février 2026",
    figure: { hidden: false, release: { key: "2026-02" }, measure: "connection" },
  });
  expect(ladder("unit:south-stock")?.earlier).toBeNull();
  // What came later than the wave that is looked at is no answer to it.
  const first = await readTeams(southManager, { ...asked, wave: "2026-02" }, around(web));
  expect(first?.ladders.map(({ earlier }) => earlier)).toEqual([null]);
});

test("an earlier figure that is hidden itself is as if there were none", () => {
  const company = population("company", "Usine");
  const team = population("unit:team", "Atelier", { under: company });
  const figureOf = (one: typeof company, value: unknown) =>
    ({ population: one, measure: "trust", hidden: value === null, value }) as unknown as Disclosed;
  const hidden = figureOf(team, null);
  const shownOf = figureOf(company, { form: "share", value: 0.5, base: { exact: 100 } });
  const rows = [{ population: team, figure: hidden }];
  const at = lookup([hidden, shownOf]);
  expect(laddersOf(rows, "trust", at, () => ({ figure: hidden, wave: "Mai" }))).toEqual([
    { population: team, earlier: null, nearest: shownOf },
  ]);
});

test("each team says how it differs from the rest, then how it moved", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readTeams(southManager, nothingAsked, around(web));
  const said = reading?.blocks[0]?.rows.map(({ population, said }) => [population.names.fr, said]);
  expect(said).toEqual([
    ["Inventaire", []],
    [
      "Préparation jour",
      [
        "30 points au-dessus du reste (entre 18 et 41)\u00a0: plus que ce que le hasard expliquerait.",
        "+11 points depuis juin 2026 (de −1 à +22)\u00a0: on ne peut pas distinguer les deux vagues\u202f; le hasard seul donne des écarts pareils.",
      ],
    ],
    [
      "Préparation nuit",
      [
        "38 points en dessous du reste (entre 26 et 49)\u00a0: plus que ce que le hasard expliquerait.",
      ],
    ],
  ]);
});

test("the manager of one team sees it among its neighbours, on headlines only", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const asked = { ...nothingAsked, measures: ["question:informed", "connection"] };
  const reading = await readTeams(dayManager, asked, around(web));
  expect(reading?.among).toBe("unit:south");
  const [informed, connection] = reading?.blocks ?? [];
  const there = (rows: typeof informed) =>
    rows?.rows.filter(({ figure }) => figure !== null).map((row) => row.population.names.fr);
  expect(there(informed)).toEqual(["Préparation jour"]);
  expect(there(connection)).toEqual(["Inventaire", "Préparation jour", "Préparation nuit"]);
});

test("a group outside the scope is answered like one that does not exist", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const ask = (among: string) => readTeams(dayManager, { ...nothingAsked, among }, around(web));
  expect(await ask("site")).toBeNull();
  expect(await ask("nonsense")).toBeNull();
});

test("at most six stand side by side, and the page says when more were asked for", async ({
  owner,
  web,
}) => {
  const company = population("company", "Grande entreprise");
  const teams = Array.from({ length: 8 }, (_, index) =>
    population(`unit:${index}`, `Équipe ${index}`, { under: company }),
  );
  await makeRelease(owner, {
    week: "2026-11-09",
    releasedAt: "2026-11-18T08:00:00Z",
    populations: [company, ...teams],
    figures: [company, ...teams].map(({ key }) => ({
      population: key,
      measure: "adoption",
      value: 0.5,
      n: 100,
    })),
  });
  const asked = { ...nothingAsked, teams: teams.slice(1).map(({ key }) => key) };
  const reading = await readTeams(viewerOf(), asked, around(web));
  expect(reading?.chosen).toEqual(["unit:1", "unit:2", "unit:3", "unit:4", "unit:5", "unit:6"]);
  expect(reading?.tooMany).toBe(true);
});

test("a company with nothing but activity compares who takes part", async ({ owner, web }) => {
  const company = population("company", "Usine");
  const [one, other] = ["A", "B"].map((name) =>
    population(`unit:${name}`, name, { under: company }),
  ) as [typeof company, typeof company];
  await makeRelease(owner, {
    week: "2026-11-09",
    releasedAt: "2026-11-18T08:00:00Z",
    populations: [company, one, other],
    figures: [
      { population: "company", measure: "adoption", value: 0.5, n: 200 },
      { population: "unit:A", measure: "adoption", value: 0.8, n: 100 },
      { population: "unit:B", measure: "adoption", value: 0.2, n: 100 },
      { population: "company", measure: "messages", form: "count", value: 900, n: 150 },
      { population: "unit:A", measure: "messages", form: "count", value: 800, n: 90 },
      { population: "unit:B", measure: "messages", form: "count", value: 100, n: 60 },
    ],
  });
  const reading = await readTeams(viewerOf(), nothingAsked, around(web));
  expect(reading?.blocks.map(({ measure }) => measure)).toEqual(["adoption"]);
  expect(names(reading?.tiers.above)).toEqual(["A"]);
});
