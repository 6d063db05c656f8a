import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { expect, test as plain } from "vitest";
import { charts } from "#app/paper/charts.ts";
import { writtenAs } from "#app/paper/file.server.ts";
import { readAsPage } from "#app/paper/sheets/barometer.ts";
import { perceptionSheet } from "#app/paper/sheets/perception.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles } from "#tests/support/make-halles.ts";
import { visitOf } from "#tests/support/visit.ts";

const pages = readdirSync("app/routes", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => ({ file, source: readFileSync(join("app/routes", file), "utf8") }));

plain(
  "every chart that can be taken away is offered on a page, and every offer leads to a chart",
  () => {
    const offered = pages.flatMap(({ source }) =>
      [
        ...source.matchAll(
          /<ChartFiles[^>]*?chart=(?:"([^"]+)"|\{([^}]*(?:\$\{[^}]*\}[^}]*)*)\})/gs,
        ),
      ].map(([, name, made = ""]) => name ?? made),
    );
    const named = offered.flatMap((one) => one.match(/^[a-z]+-[a-z-]+$|"[a-z]+-[a-z]+"/g) ?? []);
    const known = named.map((one) => one.replaceAll('"', ""));
    expect(known.length).toBeGreaterThan(20);
    expect(known.filter((name) => !Object.hasOwn(charts, name))).toEqual([]);
    // Of some the name is put together of the page and of what is drawn: `connection-${tie}`.
    const begun = offered.flatMap((one) => /^`([a-z]+-)\$/.exec(one)?.[1] ?? []);
    const unoffered = Object.keys(charts).filter(
      (name) => !known.includes(name) && !begun.some((start) => name.startsWith(start)),
    );
    expect(unoffered).toEqual([]);
  },
);

plain("no page draws a chart without offering its files", () => {
  const drawn = pages.filter(
    ({ source }) =>
      /<figure className="chart/.test(source) ||
      /^import .*"#app\/charts\/(trend|slope|funnel|dial)\.tsx"/m.test(source),
  );
  expect(drawn.length).toBeGreaterThan(15);
  const without = drawn.filter(({ source }) => !source.includes("<ChartFiles"));
  expect(without.map(({ file }) => file)).toEqual([]);
});

test("teams in their three groups, within chance and between two waves are taken away as they are shown", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const address = new URLSearchParams({ among: "unit:south", wave: "2026-10", compare: "2026-06" });
  const read = async (name: string) => {
    const sheet = await charts[name]?.read(visitOf(web), address);
    if (!sheet) throw new Error(`${name} has nothing`);
    const svg = String(writtenAs("svg", sheet, address).body);
    expect([name, /NaN|undefined/.test(svg)]).toEqual([name, false]);
    return { svg, csv: String(writtenAs("csv", sheet, address).body) };
  };
  const slope = await read("teams-slope");
  // The night shift was hidden in June, the stock always is: no number of theirs, and no line.
  expect(slope.csv).toMatch(/Préparation nuit,Juin 2026,[^\n]*masqué/);
  expect(slope.csv).toMatch(/Inventaire,Octobre 2026,[^\n]*masqué/);
  expect(slope.svg).not.toContain("Inventaire");
  expect((await read("teams-changes")).csv).toMatch(/Préparation nuit,masqué/);
  const tiers = await read("teams-tiers");
  expect(tiers.csv).not.toContain("Inventaire");
  expect(tiers.svg).toContain("Préparation jour");
  const team = new URLSearchParams({ team: "unit:south-day" });
  const standing = await charts["team-standing"]?.read(visitOf(web), team);
  expect(standing?.table.rows.map(([measure]) => measure)).toContain("Connexion");
  const nobody = new URLSearchParams({ team: "unit:nowhere" });
  expect(await charts["team-standing"]?.read(visitOf(web), nobody)).toBeNull();
});

test("what leaders guessed is taken away as the page writes it, a hidden answer as hidden", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const reading = await readAsPage(visitOf(web), new URLSearchParams());
  if (reading === null) throw new Error("The barometer can be read.");
  expect(perceptionSheet(reading, visitOf(web))).toBeNull();
  const perception = {
    ...{ title: "Ce que pensaient les dirigeants", sentence: "Ils croyaient davantage." },
    heads: ["Indicateur", "Dirigeants", "Réponses"] as const,
    rows: [
      { key: "trust", name: "Confiance", guess: "de 60 à 70 %", answer: "51 %" },
      { key: "connection", name: "Connexion", guess: "de 70 à 80 %", answer: null },
    ],
  };
  const sheet = perceptionSheet({ ...reading, perception }, visitOf(web));
  expect(sheet?.table.rows).toEqual([
    ["Confiance", "de 60 à 70 %", "51 %"],
    ["Connexion", "de 70 à 80 %", "masqué"],
  ]);
});

test("participation so far and leaders' guesses are taken away as they are said", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const { id } = await owner
    .selectFrom("records.wave")
    .select("id")
    .where("key", "=", "2026-10")
    .executeTakeFirstOrThrow();
  const names = JSON.stringify({ fr: "Halles Valmière", en: "Halles Valmière" });
  await sql`insert into figures.progress (wave_id, day, key, names, path, least, most)
    values (${id}, '2026-10-12', 'company', ${names}::jsonb, '{company}', 0.4, 0.6)`.execute(owner);
  await sql`insert into figures.guess (wave_id, indicator_key, least, most)
    values (${id}, 'trust', 0.6, 0.7)`.execute(owner);
  const address = new URLSearchParams({ wave: "2026-10" });
  const rowsOf = async (name: string) =>
    (await charts[name]?.read(visitOf(web), address))?.table.rows.map((row) =>
      row.map((cell) => String(cell).replace(/\s/g, " ")),
    );
  expect(await rowsOf("wave-progress")).toEqual([["Halles Valmière", "40", "60"]]);
  const guessed = [["Confiance dans la direction", "≈ 6 sur 10", "50 %"]];
  expect(await rowsOf("wave-gap")).toEqual(guessed);
  expect(await rowsOf("barometer-perception")).toEqual(guessed);
});
