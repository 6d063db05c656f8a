import { expect } from "vitest";
import { readBarometer } from "#app/services/barometer.server.ts";
import { keepReference } from "#db/records/references.ts";
import { shippedReferences } from "#jobs/imports/references/shipped.ts";
import { test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";
import { viewerOf } from "#tests/support/make-halles.ts";

const asked = { wave: null, compare: null, population: null, measure: null, by: null };
const company = population("company", "Halles Valmière");
const frontline = population("segment:work:frontline", "Terrain");
const desk = population("segment:work:desk", "Bureaux");

test("where the frontline answers far less than the desks, the page says what it would say otherwise", async ({
  owner,
  worker,
  web,
}) => {
  for (const reference of shippedReferences()) await keepReference(worker, reference);
  await makeWave(owner, { key: "2026-10", name: "Octobre 2026", closedAt: "2026-10-16T18:00:00Z" });
  // 800 of the frontline were asked and 320 answered; of the 200 desks, 180.
  const figures = [
    { population: frontline.key, measure: "participation", value: 0.4, n: 800 },
    { population: desk.key, measure: "participation", value: 0.9, n: 200 },
    { population: "company", measure: "participation", value: 0.5, n: 1000 },
    { population: frontline.key, measure: "connection", value: 0.4, n: 320 },
    { population: desk.key, measure: "connection", value: 0.7, n: 180 },
    { population: "company", measure: "connection", value: 0.508, n: 500 },
  ];
  await makeRelease(owner, {
    wave: "2026-10",
    releasedAt: "2026-10-17T02:00:00Z",
    populations: [company, frontline, desk],
    figures,
  });
  const around = { db: web, timeZone: "Europe/Paris" } as const;
  const french = await readBarometer(viewerOf(), asked, { ...around, language: "fr" });
  // (0.4 × 800 + 0.7 × 200) ÷ 1000
  expect(french?.parity?.representative).toEqual({
    warns: true,
    sentence:
      "Qui répond change le résultat\u00a0: si terrain et bureaux avaient répondu autant l’un que l’autre, «\u00a0Connexion\u00a0» serait à 46\u202f%, soit 5 points d’écart.",
  });
  const english = await readBarometer(viewerOf(), asked, { ...around, language: "en" });
  expect(english?.parity?.representative?.sentence).toBe(
    "Who answers changes the result: had frontline and desks answered alike, “Connection” would be 46%, 5 points away.",
  );
  // What others published stands beside the trend, with whom they asked.
  expect(french?.trend?.references.map(({ name, text }) => [name, text])).toContainEqual([
    "Repère externe (2021)\u00a0: Frontline Barometer 2021 («\u00a0Deskless Not Voiceless\u00a0»)",
    "«\u00a0Se sentent reliés au siège\u00a0» 55\u202f%. 7 000 salariés de terrain et 1 350 dirigeants dans sept pays (1 360 selon un site)",
  ]);
  expect(french?.perception).toBeNull();
});

test("where both answer alike there is nothing to warn of", async ({ owner, web }) => {
  await makeWave(owner, { key: "2026-10", name: "Octobre 2026", closedAt: "2026-10-16T18:00:00Z" });
  await makeRelease(owner, {
    wave: "2026-10",
    releasedAt: "2026-10-17T02:00:00Z",
    populations: [company, frontline, desk],
    figures: [
      { population: frontline.key, measure: "participation", value: 0.61, n: 800 },
      { population: desk.key, measure: "participation", value: 0.6, n: 200 },
      { population: "company", measure: "participation", value: 0.608, n: 1000 },
      { population: "company", measure: "connection", value: 0.5, n: 608 },
    ],
  });
  const around = { db: web, timeZone: "Europe/Paris", language: "fr" } as const;
  const reading = await readBarometer(viewerOf(), asked, around);
  expect(reading?.parity?.representative).toBeNull();
});
