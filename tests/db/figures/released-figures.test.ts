import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";

const director: Viewer = {
  id: 1,
  email: "director@halles.example",
  name: "Directrice",
  language: "fr",
  roles: ["director"],
  scopes: [{ kind: "company", key: "company", path: ["company"] }],
};
const company = population("company", "Halles");
const populations = [company, population("unit:lyon", "Lyon", { under: company })];
const measures = ["trust", "connection", "engagement", "participation", "adoption", "active"];
const figures = populations.flatMap(({ key }) =>
  measures.map((measure) => ({ population: key, measure, value: 0.5, n: 40 })),
);

/** What was read: release by release, population by population, measure by measure. */
function read(sealed: Awaited<ReturnType<typeof weekFigures>>): readonly string[] {
  return sealed
    .disclose(director)
    .map(({ release, population: { key }, measure }) => `${release.key} ${key} ${measure}`);
}

/** The same rows on the disk in one order and in another. */
const written = [figures, figures.toReversed(), figures.toSorted(byMeasure)];

function byMeasure(a: { readonly measure: string }, b: { readonly measure: string }): number {
  return a.measure < b.measure ? -1 : 1;
}

const inOrder = (release: string) =>
  populations.flatMap(({ key }) => measures.toSorted().map((one) => `${release} ${key} ${one}`));

test("the figures of weeks come in one order, however the database keeps their rows", async ({
  owner,
}) => {
  const weeks = ["2026-06-01", "2026-06-08", "2026-06-15"];
  for (const [index, week] of weeks.entries()) {
    const releasedAt = "2026-06-25T12:00:00Z";
    await makeRelease(owner, { week, releasedAt, populations, figures: written[index] ?? [] });
  }
  expect(read(await weekFigures(owner, {}))).toEqual(weeks.flatMap(inOrder));
});

test("and so do those of waves", async ({ owner }) => {
  const waves = ["2026-03", "2026-04", "2026-05"];
  for (const [index, wave] of waves.entries()) {
    await makeWave(owner, { key: wave, name: wave, closedAt: `${wave}-20T17:00:00Z` });
    const releasedAt = `${wave}-21T12:00:00Z`;
    await makeRelease(owner, { wave, releasedAt, populations, figures: written[index] ?? [] });
  }
  expect(read(await waveFigures(owner, {}))).toEqual(waves.flatMap(inOrder));
});
