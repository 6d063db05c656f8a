import { expect } from "vitest";
import { readBarometer } from "#app/services/barometer.server.ts";
import type { Db } from "#db/client.server.ts";
import { readReleasedWaves } from "#db/records/releases.ts";
import { test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";
import { viewerOf } from "#tests/support/make-halles.ts";

const company = population("company", "Halles Valmière");
const packing = population("unit:packing", "Conditionnement", { under: company });
const pastry = population("unit:pastry", "Pâtisserie", { under: company });
const lines = population("unit:lines", "Lignes", { under: company });
const lyon = population("site:lyon", "Lyon", { under: company });

const nothingAsked = { wave: null, compare: null, population: null, measure: null, by: null };

test("/ tells the waves before a reorganisation by the units of each wave, or by today's", async ({
  owner,
  web,
}) => {
  await makeMerged(owner);
  const read = (organisation: string | null, wave: string) =>
    readBarometer(
      viewerOf(),
      { ...nothingAsked, wave, organisation },
      { db: web, language: "fr", timeZone: "Europe/Paris" },
    );
  const names = (reading: Awaited<ReturnType<typeof read>>) =>
    reading?.map?.rows.map(({ population: one }) => one.names.fr);
  expect(names(await read(null, "2026-06"))).toEqual(["Conditionnement", "Pâtisserie"]);
  expect(names(await read("now", "2026-06"))).toEqual(["Lignes"]);
  expect(names(await read(null, "2026-10"))).toEqual(["Lignes"]);
  // Only by the units of today has the line a wave to be compared with.
  const moved = async (organisation: string | null) =>
    (await read(organisation, "2026-10"))?.movers?.real.map(({ population: one }) => one.names.fr);
  expect(await moved("now")).toContain("Lignes");
  expect(await moved(null)).not.toContain("Lignes");
  const { organisation } = (await read("now", "2026-10")) ?? {};
  expect(organisation?.note).toMatch(/^Les vagues ouvertes avant le 17 août 2026 sont présentées/);
  expect((await read(null, "2026-10"))?.organisation).toMatchObject({ value: "then", note: null });
});

test("a wave that was told twice is one wave, and nothing but its units is told otherwise", async ({
  owner,
  web,
}) => {
  await makeMerged(owner);
  expect((await readReleasedWaves(web)).map(({ key }) => key)).toEqual(["2026-10", "2026-06"]);
  const at = { db: web, language: "fr", timeZone: "Europe/Paris" } as const;
  for (const organisation of [null, "now", "rubbish"]) {
    const asked = { ...nothingAsked, wave: "2026-06", by: "site", organisation };
    const reading = await readBarometer(viewerOf(), asked, at);
    expect(reading?.map?.rows.map(({ population: one }) => one.names.fr)).toEqual(["Lyon"]);
  }
});

test("a company that was never reorganised is offered no choice", async ({ owner, web }) => {
  await makeWave(owner, { key: "2026-06", name: "Juin 2026", closedAt: "2026-06-19T18:00:00Z" });
  await release(owner, "2026-06", [company, packing], 0.6);
  const at = { db: web, language: "fr", timeZone: "Europe/Paris" } as const;
  expect((await readBarometer(viewerOf(), nothingAsked, at))?.organisation).toBeNull();
});

/** Packing and pastry in June; one line since August. */
async function makeMerged(owner: Db): Promise<void> {
  await makeWave(owner, { key: "2026-06", name: "Juin 2026", closedAt: "2026-06-19T18:00:00Z" });
  await makeWave(owner, { key: "2026-10", name: "Octobre 2026", closedAt: "2026-10-16T18:00:00Z" });
  await release(owner, "2026-06", [company, packing, pastry, lyon], 0.6);
  await release(owner, "2026-06", [lines], 0.6, "2026-08-17");
  await release(owner, "2026-10", [company, lines, lyon], 0.3);
}

async function release(
  owner: Db,
  wave: string,
  populations: readonly (typeof company)[],
  value: number,
  asOf?: string,
): Promise<void> {
  await makeRelease(owner, {
    wave,
    releasedAt: `${wave}-25T12:00:00Z`,
    populations,
    figures: populations.map(({ key }) => ({ population: key, measure: "trust", value, n: 200 })),
    ...(asOf === undefined ? {} : { asOf }),
  });
}
