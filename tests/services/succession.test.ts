import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { expect, test as plain } from "vitest";
import { Trend } from "#app/charts/trend.tsx";
import { readAdoption } from "#app/services/adoption.server.ts";
import { readNetworks } from "#app/services/networks.server.ts";
import type { Db } from "#db/client.server.ts";
import { endConnection } from "#db/records/end-connection.ts";
import { missingConnections } from "#db/rollups/weeks-to-count.ts";
import { ingestSteps } from "#jobs/steps/ingest.ts";
import { contextOf } from "#tests/support/context.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, viewerOf } from "#tests/support/make-halles.ts";

/** Workplace, read until the end of October, and Workvivo, which goes on. */
async function connectBoth(owner: Db): Promise<void> {
  await owner
    .insertInto("records.connection")
    .values([
      connection("workplace", "Workplace", "2026-10-30T00:00:00Z"),
      connection("workvivo", "Workvivo", "2026-11-22T00:00:00Z"),
    ])
    .execute();
}

function connection(key: string, title: string, coveredTo: string) {
  return { key, network: key, title, supplies: ["post"], coveredTo: new Date(coveredTo) };
}

const succession = { key: "workplace", on: "2026-11-05", successor: "workvivo" };

test("a network that ended is neither waited for nor read, and says who goes on", async ({
  database,
  owner,
  worker,
  web,
}) => {
  await connectBoth(owner);
  const endOfWeek = new Date("2026-11-16T00:00:00Z");
  expect(await missingConnections(worker, endOfWeek)).toEqual(["Workplace"]);

  const said = await endConnection(worker, succession);
  expect(said).toEqual({ title: "Workplace", successor: "Workvivo" });

  expect(await missingConnections(worker, endOfWeek)).toEqual([]);
  const steps = await ingestSteps(contextOf(database, worker, "2026-11-22T02:00:00Z"));
  expect(steps.map(({ name }) => name)).toEqual(["read workvivo"]);
  const { connections } = await readNetworks({
    db: web,
    language: "fr",
    timeZone: "Europe/Paris",
    today: "2026-11-06",
  });
  expect(connections[0]).toMatchObject({
    state: "ended",
    endedOn: "2026-11-05",
    successor: "Workvivo",
  });
});

test("the adoption line goes on over the change, with a mark that says so", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  await connectBoth(owner);
  const read = async (language: "fr" | "en") =>
    (
      await readAdoption(
        viewerOf(),
        { population: null, weeks: null },
        { db: web, language, timeZone: "Europe/Paris" },
      )
    )?.marks.map(({ sentence }) => sentence.replaceAll(/\s/g, " "));
  expect(await read("fr")).toEqual([]);

  await endConnection(owner, succession);
  expect(await read("fr")).toEqual([
    "5 novembre 2026 : fin de Workplace, Workvivo prend la suite.",
  ]);
  expect(await read("en")).toEqual(["5 November 2026: Workplace ended, Workvivo goes on."]);

  await endConnection(owner, { ...succession, successor: null });
  expect(await read("en")).toEqual(["5 November 2026: Workplace ended."]);

  await endConnection(owner, { ...succession, on: "2025-11-05" });
  expect(await read("fr"), "before the weeks that are shown").toEqual([]);
});

test("what does not exist, or goes round in a circle, is refused and changes nothing", async ({
  owner,
}) => {
  await connectBoth(owner);
  await expect(endConnection(owner, { ...succession, key: "yammer" })).rejects.toThrow("“yammer”");
  await expect(endConnection(owner, { ...succession, successor: "teams" })).rejects.toThrow(
    "“teams”",
  );
  await expect(endConnection(owner, { ...succession, successor: "workplace" })).rejects.toThrow(
    "by itself",
  );
  await endConnection(owner, succession);
  const back = { key: "workvivo", on: "2026-11-06", successor: "workplace" };
  await expect(endConnection(owner, back)).rejects.toThrow("by itself");
  const states = await owner
    .selectFrom("records.connection")
    .select(["key", "state"])
    .orderBy("key")
    .execute();
  expect(states).toEqual([
    { key: "workplace", state: "ended" },
    { key: "workvivo", state: "active" },
  ]);
});

plain("the drawing marks the day from top to bottom, and says it to who does not see it", () => {
  const sentence = "5 novembre 2026 : fin de Workplace, Workvivo prend la suite.";
  const moments = ["2026-10-26", "2026-11-16"].map((day) => ({
    key: day,
    name: day,
    at: new Date(`${day}T00:00:00Z`),
  }));
  const trend = createElement(Trend, {
    caption: "Adoption",
    momentTitle: "Semaine",
    moments,
    lines: [{ name: "Terrain", shape: "disc", figures: [null, null] }],
    marks: [{ at: new Date("2026-11-05T00:00:00Z"), name: "5 nov.", sentence }],
    axis: { from: 0, to: 1, ticks: [0, 1] },
  });
  const router = createMemoryRouter([{ id: "root", path: "/", element: trend }]);
  const page = renderToString(createElement(RouterProvider, { router }));
  const drawn = page.match(/<line class="event" x1="([\d.]+)%"/);
  expect(Number(drawn?.[1])).toBeCloseTo((10 / 21) * 100, 1);
  expect(page).toContain("5 nov.");
  const [label] = page.match(/aria-label="[^"]*"/) ?? [];
  expect(label).toContain(sentence);
  expect(page).toContain(`>${sentence}<`);
});
