import { expect } from "vitest";
import { readBarometer } from "#app/services/barometer.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";
import { dayManager, makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";

const nothingAsked = { wave: null, compare: null, population: null, measure: null, by: null };

function around(db: Db, language: "fr" | "en" = "fr") {
  return { db, language, timeZone: "Europe/Paris" } as const;
}

test("the page opens with what moved beyond chance, said in the reader's language", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);

  const french = await readBarometer(viewerOf(), nothingAsked, around(web));
  expect(french?.lead).toEqual({
    said: "La connexion du terrain monte à 56\u202f%, 11 points de plus depuis juin 2026.",
    rest: "20 points séparent le terrain des bureaux. La confiance dans la direction reste à 50\u202f%\u00a0: rien n’a bougé au-delà du hasard depuis juin 2026.",
  });
  const english = await readBarometer(viewerOf(), nothingAsked, around(web, "en"));
  expect(english?.lead.said).toBe(
    "Frontline connection rises to 56%, 11 points up since Juin 2026.",
  );
});

test("the gap of a dial is the difference of the two numbers beside it", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readBarometer(viewerOf(), nothingAsked, around(web));
  const connection = reading?.dials.find(({ measure }) => measure === "connection");
  expect(connection?.gap?.difference?.displayed).toBeCloseTo(-0.2, 10);
  expect(connection?.gap?.difference?.verdict).toBe("below");
});

test("a hidden wave is a hole in the line, not a zero", async ({ owner, web }) => {
  await makeHalles(owner);
  const asked = { ...nothingAsked, population: "unit:south-night" };
  const reading = await readBarometer(viewerOf(), asked, around(web));
  const [line] = reading?.trend?.lines ?? [];
  expect(line?.figures.map((figure) => figure?.hidden)).toEqual([false, true, false]);
  expect(line?.figures[1]).not.toHaveProperty("value");
});

test("only differences from the rest that are real and at least 5 points have a verdict", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readBarometer(
    viewerOf(),
    { ...nothingAsked, population: "unit:south" },
    around(web),
  );
  const verdicts = reading?.map?.rows.map(({ population, cells }) => [
    population.names.fr,
    cells.find(({ measure }) => measure === "connection")?.difference?.verdict ?? null,
  ]);
  expect(verdicts).toEqual([
    ["Inventaire", null],
    ["Préparation jour", "above"],
    ["Préparation nuit", "below"],
  ]);
});

test("a corrected release replaces the one it supersedes", async ({ owner, web }) => {
  await makeHalles(owner);
  const { id } = await owner
    .selectFrom("figures.release as r")
    .innerJoin("records.wave as w", "w.id", "r.waveId")
    .where("w.key", "=", "2026-10")
    .select("r.id")
    .executeTakeFirstOrThrow();
  await makeRelease(owner, {
    wave: "2026-10",
    releasedAt: "2026-11-01T08:00:00Z",
    supersedes: id,
    populations: [population("company", "Halles Valmière")],
    figures: [{ population: "company", measure: "connection", value: 0.5, n: 600 }],
  });
  const reading = await readBarometer(viewerOf(), nothingAsked, around(web));
  const connection = reading?.dials.find(({ measure }) => measure === "connection");
  expect(connection?.figure).toMatchObject({ hidden: false, value: { value: 0.5 } });
  expect(reading?.waves).toHaveLength(3);
});

test("a manager starts with their own unit, and sees only headlines around it", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readBarometer(southManager, nothingAsked, around(web));
  expect(reading?.populationName).toBe("Logistique Sud");
  const whole = reading?.map?.whole?.cells.map(({ measure, figure }) => [measure, figure !== null]);
  expect(whole).toEqual([
    ["connection", true],
    ["trust", true],
    ["question:informed", false],
    ["adoption", true],
  ]);
});

test("what is outside the scope is answered like what does not exist", async ({ owner, web }) => {
  await makeHalles(owner);
  const ask = (population: string) =>
    readBarometer(dayManager, { ...nothingAsked, population }, around(web));
  expect(await ask("unit:south-night")).not.toBeNull();
  expect(await ask("unit:north")).toBeNull();
  expect(await ask("unit:nowhere")).toBeNull();
  expect(await ask("site:lyon")).toBeNull();
});

test("an administrator reads no figure at all", async ({ owner, web }) => {
  await makeHalles(owner);
  const administrator = viewerOf({ roles: ["administrator", "auditor"] });
  const reading = await readBarometer(administrator, nothingAsked, around(web));
  expect(reading?.populations).toEqual([]);
  expect(reading?.dials.every(({ figure }) => figure === null)).toBe(true);
});

test("an empty barometer says so, and holds no zero", async ({ web }) => {
  const reading = await readBarometer(viewerOf(), nothingAsked, around(web));
  expect(reading?.lead).toEqual({ said: "Aucune vague n’est encore diffusée.", rest: "" });
  expect(reading?.dials.map(({ figure }) => figure)).toEqual([null, null, null, null]);
  expect(reading?.map).toBeNull();
});

test("a wave nobody released is not found", async ({ owner, web }) => {
  await makeHalles(owner);
  const asked = { ...nothingAsked, wave: "2031-01" };
  expect(await readBarometer(viewerOf(), asked, around(web))).toBeNull();
});

test("a movement that chance gives among so many is only said to seem one, wherever it is said", async ({
  owner,
  web,
}) => {
  const company = population("company", "Halles Valmière");
  const units = Array.from({ length: 12 }, (_, at) =>
    population(`unit:${at}`, `Entité ${at}`, { under: company }),
  );
  for (const [key, name, day, trust] of [
    ["2026-06", "Juin 2026", "2026-06-19", 200],
    ["2026-10", "Octobre 2026", "2026-10-16", 232],
  ] as const) {
    await makeWave(owner, { key, name, closedAt: `${day}T18:00:00Z` });
    await makeRelease(owner, {
      wave: key,
      releasedAt: `${day}T20:00:00Z`,
      populations: [company, ...units],
      figures: [
        { population: "company", measure: "trust", value: 0.5, n: 1500 },
        { population: "unit:1", measure: "trust", value: trust / 400, n: 400 },
        ...units.slice(2).map((unit) => ({
          population: unit.key,
          measure: "trust",
          value: 0.5,
          n: 100,
        })),
        { population: "unit:0", measure: "trust", value: 0.5, band: "10-19" as const },
      ],
    });
  }
  const reading = await readBarometer(viewerOf(), nothingAsked, around(web));
  expect(reading?.movers?.real).toEqual([]);
  expect(reading?.movers?.seeming.map(({ sentence }) => sentence)).toEqual([
    "+8 points depuis juin 2026 (de +1 à +15)\u00a0: seul, ce serait plus que le hasard\u202f; parmi 11 comparaisons, le hasard en donne de pareils.",
  ]);
  expect(reading?.movers?.sentence).toBe(
    "Rien n’a bougé au-delà du hasard. 12 mouvements ne comptent pas\u00a0: hasard, ou trop petits. Pour 1 mouvement, on ne peut pas le dire\u00a0: trop peu de personnes, ou un chiffre arrondi.",
  );
  const unit = { ...nothingAsked, population: "unit:1" };
  const alone = await readBarometer(viewerOf(), unit, around(web));
  const trust = alone?.dials.find(({ measure }) => measure === "trust");
  // A page of its own holds no other movement: what is said there is said of it alone.
  expect(trust?.change?.verdict).toBe("above");
});

test("the dials are judged among themselves, and not among the details below them", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readBarometer(viewerOf(), nothingAsked, around(web));
  const dial = reading?.dials.find(({ measure }) => measure === "connection");
  expect(dial?.change).toMatchObject({ verdict: "above", among: null });
  const listed = reading?.movers?.real.map(({ measure, population }) => [measure, population.key]);
  expect(listed).toContainEqual(["connection", "segment:work:frontline"]);
});

test("where the company stands still and a part of it moved, the part is said first", async ({
  owner,
  web,
}) => {
  const company = population("company", "Halles Valmière");
  const plant = population("unit:plant", "Ateliers", { under: company });
  for (const [key, name, day, trust] of [
    ["2026-06", "Juin 2026", "2026-06-19", 0.55],
    ["2026-10", "Octobre 2026", "2026-10-16", 0.35],
  ] as const) {
    await makeWave(owner, { key, name, closedAt: `${day}T18:00:00Z` });
    await makeRelease(owner, {
      wave: key,
      releasedAt: `${day}T20:00:00Z`,
      populations: [company, plant],
      figures: [
        { population: "company", measure: "connection", value: 0.52, n: 1000 },
        { population: "company", measure: "trust", value: 0.5, n: 1000 },
        { population: "unit:plant", measure: "connection", value: 0.52, n: 200 },
        { population: "unit:plant", measure: "trust", value: trust, n: 200 },
      ],
    });
  }
  const reading = await readBarometer(viewerOf(), nothingAsked, around(web));
  expect(reading?.lead).toEqual({
    said: "Ateliers\u00a0: la confiance dans la direction descend à 35\u202f%, 20 points de moins depuis juin 2026.",
    rest: "La connexion reste à 52\u202f%\u00a0: rien n’a bougé au-delà du hasard depuis juin 2026. La confiance dans la direction n’a pas bougé non plus (50\u202f%).",
  });
  expect(reading?.movers?.sentence).toBe(
    "1 baisse est réelle. 3 mouvements ne comptent pas\u00a0: hasard, ou trop petits.",
  );
});

test("a manager reads how far the frontline of their own unit is from its desks", async ({
  owner,
  web,
}) => {
  const company = population("company", "Halles Valmière");
  const [north, south] = ["north", "south"].map((key) =>
    population(`unit:${key}`, key, { under: company }),
  );
  if (north === undefined || south === undefined) throw new Error("two units were made");
  const inside = [north, south].flatMap((unit) =>
    ["frontline", "desk"].map((option): typeof unit => {
      const key = `${unit.key}/segment:work:${option}`;
      const made = population("segment:work:x", option, { under: unit });
      return { ...made, key, path: [...unit.path, key] };
    }),
  );
  await makeWave(owner, { key: "2026-10", name: "Octobre", closedAt: "2026-10-20T16:00:00Z" });
  const populations = [company, north, south, ...inside];
  await makeRelease(owner, {
    wave: "2026-10",
    releasedAt: "2026-10-22T08:00:00Z",
    populations,
    figures: populations.map(({ key }) => ({
      population: key,
      measure: "connection",
      value: key.endsWith("frontline") ? 0.4 : 0.6,
      n: 200,
    })),
  });
  const path = ["company", "unit:south"];
  const manager = viewerOf({
    roles: ["manager"],
    scopes: [{ kind: "unit", key: "unit:south", path }],
  });
  const reading = await readBarometer(manager, nothingAsked, around(web, "en"));
  const [connection] = reading?.dials ?? [];
  expect(connection?.within?.own.population.key).toBe("unit:south/segment:work:frontline");
  expect(connection?.within?.difference?.displayed).toBeCloseTo(-0.2, 10);
  expect(connection?.said.within).toContain("20 points");
  expect(reading?.populations.flatMap(({ choices }) => choices.map(({ value }) => value))).toEqual([
    "company",
    "unit:north",
    "unit:south",
  ]);
  const divided = await readBarometer(manager, { ...nothingAsked, by: "work" }, around(web));
  expect(divided?.map?.rows.map(({ population }) => population.parentKey)).toEqual([
    "unit:south",
    "unit:south",
  ]);
  const next = { ...nothingAsked, population: "unit:north" };
  expect((await readBarometer(manager, next, around(web)))?.dials[0]?.within).toBeNull();
});
