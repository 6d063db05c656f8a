import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test as plain } from "vitest";
import { extentOfTrend } from "#app/charts/extent.ts";
import { placeReferences, TALL, type Taken } from "#app/charts/reference-places.ts";
import { sharesUp } from "#app/charts/scales.ts";
import { Trend } from "#app/charts/trend.tsx";
import { charts } from "#app/paper/charts.ts";
import { writtenAs } from "#app/paper/file.server.ts";
import { readAsPage } from "#app/paper/sheets/barometer.ts";
import { readIndicator } from "#app/services/indicator.server.ts";
import { keepReference } from "#db/records/references.ts";
import { shippedReferences } from "#jobs/imports/references/shipped.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, viewerOf } from "#tests/support/make-halles.ts";
import { visitOf } from "#tests/support/visit.ts";

test("what others published stands on the axis of connection, in its table and in its files, and is never called a norm", async ({
  owner,
  web,
  worker,
}) => {
  await makeHalles(owner);
  for (const reference of shippedReferences()) await keepReference(worker, reference);
  const trend = (await readAsPage(visitOf(web), new URLSearchParams()))?.trend;
  if (!trend) throw new Error("There is a trend to draw.");
  const labels = ["Repère 2024 : 64 %", "Repère 2021 : 55 %"].map(spaced);
  expect(trend.drawn.map(({ label }) => spaced(label))).toEqual(labels);
  const page = pageOf(trend);
  for (const label of labels) expect(page).toContain(`${label}</text>`);
  expect(page).toMatch(/<th scope="row">Repère externe \(2021\)/);
  expect(page).toContain("7 000 salariés de terrain");
  expect(page).toContain("ni une norme ni un objectif");
  const address = new URLSearchParams();
  const sheet = await charts["barometer-trend"]?.read(visitOf(web), address);
  if (!sheet) throw new Error("There is a trend to take away.");
  for (const label of labels) {
    expect(spaced(String(writtenAs("svg", sheet, address).body))).toContain(label);
  }
  const csv = spaced(String(writtenAs("csv", sheet, address).body));
  expect(csv).toMatch(/Repère externe,.*2021.*,,55,.*Source : Workplace from Meta/);
});

test("what was asked the other way round, of executives or of one country is listed and not drawn; beside a part of the company nothing is", async ({
  owner,
  web,
  worker,
}) => {
  await makeHalles(owner);
  for (const reference of shippedReferences()) await keepReference(worker, reference);
  const asked = { wave: null, compare: null, population: null, by: null };
  const trust = await readIndicator(viewerOf(), { ...asked, indicator: "trust" }, visitOf(web));
  expect(trust?.trend?.drawn.map(({ value }) => value)).toEqual([0.562]);
  expect(trust?.references.map(({ share }) => share)).toEqual(
    expect.arrayContaining([0.562, 0.75, 0.99]),
  );
  const south = { ...asked, indicator: "trust", population: "unit:south" };
  const part = await readIndicator(viewerOf(), south, visitOf(web));
  expect(part?.trend?.drawn).toEqual([]);
  expect(part?.references.length).toBeGreaterThan(3);
});

plain(
  "a reference stands at its date on the axis, from side to side outside it; no label is written over another",
  () => {
    const moments = ["2024-03-01", "2025-03-01", "2026-03-01"].map((day) => ({
      ...{ key: day, name: day },
      at: new Date(day),
    }));
    for (let seed = 0; seed < 200; seed += 1) {
      const value = (step: number) => 0.3 + ((seed * 37 + step * 11) % 50) / 100;
      const references = [0, 1, 2].map((step) => ({
        ...{ key: String(step), value: value(step), label: "Repère 2024 : 64 %", sentence: "" },
        ...{ name: "", said: "", about: "", source: "" },
        at: [new Date("2024-10-08"), new Date("2021-10-01"), null][step] ?? null,
      }));
      const names: readonly Taken[] = [[120, 138]];
      const axis = sharesUp(extentOfTrend([], references));
      const placed = placeReferences(references, { moments, axis, runs: [], taken: names });
      expect(placed.map(({ from, to }) => to - from)).toEqual([expect.closeTo(10), 100, 100]);
      const boxes = placed.map(({ y, label }): Taken => {
        const base = (y / 100) * TALL + label.under;
        return [base - 12, base + 4];
      });
      for (const [index, [top, bottom]] of boxes.entries()) {
        const others = [...boxes.slice(index + 1), ...names];
        expect([seed, top >= 0 && bottom <= TALL]).toEqual([seed, true]);
        expect([seed, others.some((one) => one[0] < bottom && top < one[1])]).toEqual([
          seed,
          false,
        ]);
      }
    }
  },
);

function pageOf(trend: NonNullable<NonNullable<Awaited<ReturnType<typeof readAsPage>>>["trend"]>) {
  const axis = sharesUp(extentOfTrend(trend.lines, trend.drawn));
  const element = createElement(Trend, {
    ...{ caption: "", momentTitle: "", axis, references: trend.drawn },
    ...{ moments: trend.moments, lines: trend.lines, marks: trend.marks },
  });
  const router = createMemoryRouter([{ path: "/", element }]);
  return spaced(renderToString(createElement(RouterProvider, { router })));
}

function spaced(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
