import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { charts } from "#app/paper/charts.ts";
import { askedFile, writtenAs } from "#app/paper/file.server.ts";
import { linesOf, runsOf, widthOf } from "#app/paper/letters.server.ts";
import { inks } from "#app/paper/picture.ts";
import { noteTaken } from "#app/services/files.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, viewerOf } from "#tests/support/make-halles.ts";

function visitOf(db: Db, viewer: Viewer = viewerOf()) {
  const now = new Date("2026-11-20T10:00:00Z");
  const when = { now, today: "2026-11-20", timeZone: "Europe/Paris" };
  return { db, ...when, language: "fr", addressLanguage: null, viewer } as const;
}

test("a file has the colours of the light page", () => {
  const tokens = readFileSync("app/ui/tokens.css", "utf8");
  for (const [name, colour] of Object.entries(inks)) {
    expect(tokens).toContain(`--${name}: light-dark(${colour},`);
  }
});

test("the trend of a night shift that was hidden once is the same in its picture and in its table", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const address = new URLSearchParams({ population: "unit:south-night" });
  const sheet = await charts["barometer-trend"]?.read(visitOf(web), address);
  if (!sheet) throw new Error("There is a trend to draw.");
  const csv = parse(String(writtenAs("csv", sheet, address).body), { bom: true, columns: true });
  const night = (csv as Record<string, string>[]).filter(
    ({ population }) => population === "Préparation nuit",
  );
  expect(night.map(({ valeur, remarque }) => [valeur, remarque])).toEqual([
    ["24", ""],
    ["", "masqué"],
    ["36", ""],
  ]);
  expect(night.every(({ source }) => source?.includes("Préparation nuit"))).toBe(true);
  const svg = String(writtenAs("svg", sheet, address).body);
  for (const text of [sheet.title, "36", "masqué", "116 réponses", "20 octobre 2026"]) {
    expect(svg).toContain(text);
  }
  // Nothing in it asks for a style sheet, a script, a typeface or another file.
  expect(svg).not.toMatch(/class=|<style|<script|href|var\(|url\(|%"/);
});

test("pixels are wide enough for a slide", async ({ owner, web }) => {
  await makeHalles(owner);
  const address = new URLSearchParams();
  const sheet = await charts["barometer-dials"]?.read(visitOf(web), address);
  const { body } = writtenAs("png", sheet ?? expect.fail("no dials"), address);
  const png = Buffer.from(body as Uint8Array<ArrayBuffer>);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(2000);
});

test("a name of a file is a chart and a kind, or nothing", () => {
  expect(askedFile("barometer-trend.svg")).toEqual({ chart: "barometer-trend", kind: "svg" });
  for (const name of ["barometer-trend", ".svg", "barometer-trend.exe", ""]) {
    expect(askedFile(name)).toBeNull();
  }
});

test("Łódź, Αθήνα and ≥ are written whole, and sixty characters fit their column", () => {
  for (const text of ["Łódź", "Αθήνα", "≥ 60", "Plovdiv Пловдив"]) {
    const runs = runsOf(text, { size: 10 });
    expect(runs.map((run) => run.text).join("")).toBe(text);
    const unwritten = runs.filter(
      (run) =>
        "face" in run &&
        [...run.text].some((one) => !run.face.font.hasGlyphForCodePoint(one.codePointAt(0) ?? 0)),
    );
    expect(unwritten).toEqual([]);
  }
  const lines = linesOf("W".repeat(60), 150, { size: 14 });
  expect(lines.join("")).toBe("W".repeat(60));
  expect(lines.every((line) => widthOf(line, { size: 14 }) <= 150)).toBe(true);
});

test("every chart of the barometer, of adoption and of teams can be taken away where it is shown", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const address = new URLSearchParams();
  const names = [
    ...["dials", "moved", "seeming", "map", "parity", "participation", "trend"].map(
      (name) => `barometer-${name}`,
    ),
    ...["trend", "active", "units", "messages"].map((name) => `adoption-${name}`),
    ...["teams-first", "teams-second"],
  ];
  for (const name of names) {
    const sheet = await charts[name]?.read(visitOf(web), address);
    expect([name, sheet?.source.startsWith("Source")]).toEqual([name, true]);
    expect([name, sheet?.table.rows.length]).not.toEqual([name, 0]);
    for (const row of sheet?.table.rows ?? []) {
      expect([name, row.length]).toEqual([name, sheet?.table.columns.length]);
    }
    expect(sheet && String(writtenAs("svg", sheet, address).body)).not.toMatch(/NaN|undefined/);
  }
});

test("whoever takes a file is noted with its own name, whatever the address says beside it", async ({
  owner,
  web,
}) => {
  const address = new URLSearchParams("population=unit:south&file=another.csv&x=%00y&lang=fr");
  await noteTaken(visitOf(web), "barometer-dials.svg", address);
  const noted = await owner.selectFrom("records.auditEntry").select("subject").execute();
  expect(noted).toEqual([
    {
      subject: {
        ...{ population: "unit:south", file: "barometer-dials.svg" },
        ...{ x: "y", lang: "fr", language: "fr" },
      },
    },
  ]);
});
