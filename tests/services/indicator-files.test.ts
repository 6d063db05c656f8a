import { expect } from "vitest";
import { charts } from "#app/paper/charts.ts";
import { writtenAs } from "#app/paper/file.server.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";

const names = ["indicator-trend", "indicator-questions", "indicator-segments"] as const;

test("each chart of an indicator is taken away as it is shown, hidden parts as hidden", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  await owner.updateTable("records.item").set({ indicatorKey: "connection" }).execute();
  const visit = (viewer = viewerOf()) => ({
    db: web,
    now: new Date("2026-11-20T10:00:00Z"),
    today: "2026-11-20",
    timeZone: "Europe/Paris",
    language: "fr" as const,
    addressLanguage: null,
    viewer,
  });
  const address = new URLSearchParams({ indicator: "connection", population: "unit:south" });
  const files: Record<string, string> = {};
  for (const name of names) {
    const sheet = await charts[name]?.read(visit(southManager), address);
    if (sheet == null) throw new Error(`${name} has nothing`);
    expect(String(writtenAs("svg", sheet, address).body)).toContain("<svg");
    files[name] = String(writtenAs("csv", sheet, address).body);
  }
  expect(files["indicator-segments"]).toMatch(/Inventaire.*masqué/);
  expect(files["indicator-questions"]).toContain("Je suis informé");
  expect(files["indicator-trend"]).toContain("Octobre 2026");
  // Nothing was released of what goes with it, so there is nothing to take away.
  expect(await charts["indicator-drivers"]?.read(visit(), address)).toBeNull();
  const elsewhere = new URLSearchParams({ indicator: "connection", population: "site:lyon" });
  expect(await charts["indicator-trend"]?.read(visit(southManager), elsewhere)).toBeNull();
});
