import { expect } from "vitest";
import { readConnection } from "#app/services/connection.server.ts";
import type { Disclosed } from "#app/services/disclosed.ts";
import { readReach } from "#app/services/reach.server.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { type MadeFigure, makeRelease, population } from "#tests/support/make-figures.ts";
import { southManager, viewerOf } from "#tests/support/make-halles.ts";
import { closeGroup, makeOpenGroup } from "#tests/support/make-open-group.ts";

const company = population("company", "Halles Valmière");
const north = population("unit:north", "Logistique Nord", { under: company });
const south = population("unit:south", "Logistique Sud", { under: company });
const lyon = population("site:lyon", "Lyon", { under: company });
const frontline = population("segment:work:frontline", "Terrain", { under: company });
const desk = population("segment:work:desk", "Bureau", { under: company });
const populations = [company, north, south, lyon, frontline, desk];
const weeks = ["2026-11-02", "2026-11-09"];

const share = (key: string, measure: string, value: number, n: number): MadeFigure => ({
  population: key,
  measure,
  value,
  n,
});

/** Two weeks of ties: 600 people in the North and 400 in the South, 700 of them without a desk. */
async function makeTies(owner: Db, { views = true } = {}): Promise<void> {
  await makeOpenGroup(owner, "Relais", "Nouvelles");
  for (const week of weeks) {
    const id = await makeRelease(owner, {
      week,
      releasedAt: `${week}T09:00:00Z`,
      populations,
      figures: [
        share(company.key, "active", 0.4, 1000),
        share(north.key, "active", 0.4, 600),
        share(south.key, "active", 0.4, 400),
        ...(views
          ? [
              share(company.key, "reached", 0.5, 1000),
              share(frontline.key, "reached", 0.4, 700),
              share(desk.key, "reached", 0.73, 300),
              share(north.key, "reached", 0.6, 600),
              share(south.key, "reached", 0.35, 400),
              share(company.key, "post-reached:1", 0.3, 1000),
              share(frontline.key, "post-reached:1", 0.2, 700),
              share(desk.key, "post-reached:1", 0.53, 300),
              { population: lyon.key, measure: "post-reached:1" },
            ]
          : []),
        share(company.key, "post-answered:1", 0.04, 1000),
        share(company.key, "across-sites", 0.2, 1000),
        share(frontline.key, "across-sites", 0.1, 700),
        share(desk.key, "across-sites", 0.43, 300),
        share(south.key, "across-sites", 0.2, 400),
        share(company.key, "with:unit:north", 0.1, 400),
        share(south.key, "with:unit:north", 0.1, 400),
        share(company.key, "with:unit:south", 0.25, 600),
        { population: north.key, measure: "with:unit:south" },
        share(company.key, "ties-units", 0.12, 300),
        share(company.key, "questions-answered", 0.6, 40),
        share(company.key, "questions-answered-day", 0.25, 40),
        share(company.key, "posts-answered", 0.9, 25),
      ],
    });
    await owner
      .insertInto("figures.announcement")
      .values({
        releaseId: id,
        number: 1,
        postedOn: "2026-10-20",
        network: "Relais",
        groupName: "Nouvelles",
      })
      .execute();
  }
}

const asked = { population: null, weeks: null, reading: null };
const readAs = (figure: Disclosed | null) =>
  figure === null ? null : figure.hidden ? "hidden" : figure.value.value;

test("a director reads whom announcements reach, who exchanges with whom, and what leaders answer", async ({
  owner,
  web,
}) => {
  await makeTies(owner);
  const reading = await readConnection(viewerOf(), asked, { db: web, language: "fr" });
  expect(reading?.lead.said).toMatch(/cette part du terrain\s:\s40/);
  expect(reading?.lead.rest).toMatch(/33 points en dessous des bureaux/);
  expect(reading?.ties.map(({ tie, trend }) => [tie, trend !== null])).toEqual([
    ["reached", true],
    ["across-sites", true],
    ["across-units", false],
  ]);
  const { rows = [], units } = reading?.matrix ?? {};
  expect(units?.map(({ name }) => name)).toEqual(["Logistique Nord", "Logistique Sud"]);
  expect(
    rows.map(({ name, cells }) => [name, ...cells.map(({ figure }) => readAs(figure))]),
  ).toEqual([
    ["Logistique Nord", null, "hidden"],
    ["Logistique Sud", 0.1, null],
  ]);
  expect(reading?.leaders?.sentence).toMatch(/60\s%\s; dans la journée\s:\s25/);
  // 1 − (600 · 599 + 400 · 399) ÷ (1000 · 999), by hand.
  expect(reading?.mixing?.rows[0]?.expected).toBeCloseTo(0.48048, 5);
  expect(reading?.mixing?.rows[0]?.index).toBeCloseTo(-0.76);
  expect(reading?.mixing?.sentence).toMatch(/12[^\d]*%.*ce serait 48/);
  expect(reading?.announced.map(({ key, name, where }) => [key, name, where])).toEqual([
    ["2026-11-09-1", "Annonce du 20 octobre 2026", "Nouvelles, sur Relais"],
    ["2026-11-02-1", "Annonce du 20 octobre 2026", "Nouvelles, sur Relais"],
  ]);
});

test("without views nobody is said to be reached, nor unreached", async ({ owner, web }) => {
  await makeTies(owner, { views: false });
  const around = { db: web, language: "en" } as const;
  const reading = await readConnection(viewerOf(), asked, around);
  expect(reading?.ties[0]?.trend).toBeNull();
  expect(reading?.lead.said).toMatch(/exchanged with another site in four weeks: 10%/);
  const reach = await readReach(viewerOf(), "2026-11-09-1", around);
  expect(reach?.lead.said).toMatch(/^Relais does not tell who has seen/);
  expect(reach?.reached.supplied).toBe(false);
  expect(reach?.answered.sentence).toMatch(/4%/);
});

test("one announcement is read by population, what is hidden looking like everywhere", async ({
  owner,
  web,
}) => {
  await makeTies(owner);
  const reach = await readReach(viewerOf(), "2026-11-09-1", { db: web, language: "fr" });
  expect(reach?.name).toBe("Annonce du 20 octobre 2026");
  expect(
    reach?.reached.groups.map(({ cut, rows }) => [cut, rows.map(({ figure }) => readAs(figure))]),
  ).toEqual([
    ["work", [0.53, 0.2]],
    ["site", ["hidden"]],
  ]);
  expect(reach?.lead.said).toMatch(/20[^\d]*%/);
});

test("a manager reads their own part; an announcement that says nothing of it is not there", async ({
  owner,
  web,
}) => {
  await makeTies(owner);
  const around = { db: web, language: "fr" } as const;
  const reading = await readConnection(southManager, asked, around);
  expect(reading?.population).toBe("unit:south");
  expect(reading?.matrix?.rows.map(({ name }) => name) ?? []).not.toContain("Logistique Nord");
  expect(reading?.announced).toEqual([]);
  expect(reading?.mixing).toBeNull();
  expect(await readReach(southManager, "2026-11-09-1", around)).toBeNull();
  expect(
    await readConnection(southManager, { ...asked, population: "unit:north" }, around),
  ).toBeNull();
  for (const post of ["2026-11-09-2", "2026-99-99-1", "2026-02-31-1", "x", "2026-11-09-1'"]) {
    expect(await readReach(viewerOf(), post, around)).toBeNull();
  }
});

test("before any week is released there is nothing to say, and no zero", async ({ web }) => {
  const reading = await readConnection(viewerOf(), asked, { db: web, language: "fr" });
  expect(reading?.weeks).toEqual([]);
  expect(reading?.matrix).toBeNull();
  expect(reading?.leaders).toBeNull();
});

test("a group that is closed by now is not named, on the announcement nor in the list, though it was open then", async ({
  owner,
  web,
}) => {
  await makeTies(owner);
  const wheres = async () => [
    (await readReach(viewerOf(), "2026-11-09-1", { db: web, language: "fr" }))?.where,
    ...(
      (await readConnection(viewerOf(), asked, { db: web, language: "fr" }))?.announced ?? []
    ).map(({ where }) => where),
  ];
  expect(new Set(await wheres())).toEqual(new Set(["Nouvelles, sur Relais"]));
  await closeGroup(owner, "Nouvelles", "2026-11-18");
  expect(new Set(await wheres())).toEqual(new Set(["Relais"]));
});

test("where many populations of an announcement are hidden, one sentence says which", async ({
  owner,
  web,
}) => {
  await makeTies(owner);
  const sites = Array.from({ length: 9 }, (_, site) =>
    population(`site:s${site}`, `Site ${site}`, { under: company }),
  );
  const week = "2026-11-16";
  const id = await makeRelease(owner, {
    week,
    releasedAt: `${week}T09:00:00Z`,
    populations: [company, ...sites],
    figures: [
      share(company.key, "post-reached:1", 0.3, 1000),
      ...sites.map(({ key }) => ({ population: key, measure: "post-reached:1" })),
    ],
  });
  await owner
    .insertInto("figures.announcement")
    .values({
      releaseId: id,
      number: 1,
      postedOn: "2026-10-27",
      network: "Relais",
      groupName: "Nouvelles",
    })
    .execute();
  const reading = await readReach(viewerOf(), `${week}-1`, { db: web, language: "fr" });
  const [group] = reading?.reached.groups ?? [];
  expect(group?.rows).toEqual([]);
  expect(group?.hidden).toBe(
    "9 sont masqués\u00a0: Site 0, Site 1, Site 2, Site 3, Site 4, Site 5 et 3 autres.",
  );
});
