import { sql } from "kysely";
import { expect } from "vitest";
import { marksOf } from "#app/services/adoption/marks.ts";
import { everyGroup, openGroupsOf } from "#app/services/adoption/open-groups.ts";
import { peopleOf } from "#app/services/adoption/weeks.ts";
import { readAdoption } from "#app/services/adoption.server.ts";
import { wordsFor } from "#app/services/around.ts";
import type { Db } from "#db/client.server.ts";
import { test } from "#tests/support/database.ts";
import { dayManager, makeHalles, viewerOf, weeks } from "#tests/support/make-halles.ts";
import { closeGroup, makeOpenGroup } from "#tests/support/make-open-group.ts";

const around = (db: Db) => ({ db, language: "fr", timeZone: "Europe/Paris" }) as const;
const nothingAsked = { population: null, weeks: null };

test("adoption is drawn for the frontline, the desks and the company", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.weeks.map(({ week }) => week)).toEqual(weeks);
  expect(reading?.trend.lines.map(({ name }) => name)).toEqual([
    "Terrain",
    "Bureau",
    "Toute l’entreprise",
  ]);
});

test("active people are the share of the headcount, as people", async ({ owner, web }) => {
  await makeHalles(owner);
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.active.bars.at(-1)).toEqual({ total: 300, least: 300, part: 0 });
  expect(reading?.messages.bars.at(-1)).toEqual({ total: 3000, least: 3000, part: 600 });
});

test("a team too small to show is hidden week after week, never zero", async ({ owner, web }) => {
  await makeHalles(owner);
  const asked = { ...nothingAsked, population: "unit:south-stock" };
  const reading = await readAdoption(viewerOf(), asked, around(web));
  expect(reading?.active.bars).toEqual(weeks.map(() => null));
  expect(reading?.active.sentence).toBe("La dernière semaine est masquée.");
});

test("a manager sees what people did in their own team, not in the company", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const own = await readAdoption(dayManager, nothingAsked, around(web));
  expect(own?.populationName).toBe("Préparation jour");
  expect(own?.active.bars.at(-1)).toEqual({ total: 60, least: 60, part: 0 });
  const asked = { ...nothingAsked, population: "unit:south" };
  const above = await readAdoption(dayManager, asked, around(web));
  expect(above?.active.figures.every((figure) => figure === null)).toBe(true);
});

test("without a released week there is nothing, and no zero", async ({ web }) => {
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.weeks).toEqual([]);
  expect(reading?.active.bars).toEqual([]);
});

/** A chat, on which the company took part; its groups, and the hours of its shifts. */
async function makeParts(owner: Db): Promise<void> {
  await makeHalles(owner);
  await owner
    .insertInto("records.connection")
    .values({
      key: "chat",
      network: "mattermost",
      title: "Chat",
      supplies: ["post", "comment", "react"],
      beginsOn: "2026-01-05",
    })
    .execute();
  await sql`
    insert into figures.figure (release_id, population, measure, form, hidden, n, value)
    select r.id, p.population, part.measure, 'share', false, 1000, part.value
    from figures.release r join figures.population p on p.release_id = r.id and p.key = 'company',
      (values ('adoption-in:open', 0.5), ('adoption-in:closed', 0.2), ('adoption-for:social', 0.4),
        ('adoption-on:chat', 0.5), ('account-on:chat', 0.8), ('own-on:chat', 0.75)) as part (measure, value)
    where r.week = '2026-11-16'`.execute(owner);
  await sql`
    insert into figures.open_group (release_id, place, network, name, purpose, size, state)
    select id, 1, 'Chat', 'Recettes', 'social', '50-99', 'growing' from figures.release
    where week = '2026-11-16'`.execute(owner);
  await makeOpenGroup(owner, "Chat", "Recettes");
  await sql`
    insert into figures.closed_group (release_id, place, purpose, size)
    select id, place, 'teamwork', '10-19' from figures.release, generate_series(1, 2) place
    where week = '2026-11-16'`.execute(owner);
  await sql`
    insert into figures.group_total (release_id, privacy, state, least, most)
    select id, privacy, state, least, most from figures.release,
      (values ('open', null, 1, 1), ('open', 'growing', 1, 1), ('closed', null, 2, 2),
        ('secret', null, 5, 9)) as total (privacy, state, least, most)
    where week = '2026-11-16'`.execute(owner);
  const levels = Array.from({ length: 168 }, (_, hour) => (hour === 33 || hour === 34 ? 3 : 0));
  await sql`
    insert into figures.rhythm (release_id, population, step, levels)
    select r.id, p.population, 0.05, ${levels}::smallint[]
    from figures.release r join figures.population p on p.release_id = r.id and p.key = 'company'
    where r.week = '2026-11-09'`.execute(owner);
}

test("a director reads in what groups people take part, and how groups live", async ({
  owner,
  web,
}) => {
  await makeParts(owner);
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.kinds?.sentence).toBe(
    "50\u202f% de l’effectif a pris part à un groupe ouvert en quatre semaines. Dans les groupes fermés\u00a0: 20\u202f%.",
  );
  expect(reading?.groups?.sentence).toBe(
    "Groupes ouverts\u00a0: 1. En croissance\u00a0: 1, stables\u00a0: 0, en recul\u00a0: 0, nouveaux\u00a0: 0, silencieux\u00a0: 0.",
  );
  expect(reading?.groups?.other).toBe("Groupes fermés\u00a0: 2. Groupes secrets\u00a0: de 5 à 9.");
  expect(reading?.groups?.closed).toEqual([{ purpose: "teamwork", size: "10-19", groups: 2 }]);
  expect(reading?.networks?.rows).toMatchObject([
    { title: "Chat", coverage: "depuis le 5 janvier 2026, ne fournit pas\u00a0: les vues" },
  ]);
});

test("the rhythm is said by its fullest hours, and no closer than its steps", async ({
  owner,
  web,
}) => {
  await makeParts(owner);
  const reading = await readAdoption(viewerOf(), nothingAsked, around(web));
  expect(reading?.rhythm?.sentence).toBe(
    "Toute l’entreprise\u00a0: le plus de monde le mardi entre 9\u202fh et 11\u202fh (de 15 à 20\u202f%).",
  );
  expect(reading?.rhythm?.shifts[0]?.labels.slice(0, 2)).toEqual([
    "moins de 5\u202f%",
    "de 5 à 10\u202f%",
  ]);
});

test("an analyst reads of no closed group; a manager of a part, of no group at all", async ({
  owner,
  web,
}) => {
  await makeParts(owner);
  const analyst = await readAdoption(viewerOf({ roles: ["analyst"] }), nothingAsked, around(web));
  expect(analyst?.groups?.closed).toBeNull();
  expect(analyst?.groups?.open.rows).toHaveLength(1);
  const manager = await readAdoption(dayManager, nothingAsked, around(web));
  expect([manager?.kinds, manager?.groups, manager?.rhythm, manager?.networks]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test("of the fewest people a hidden end leaves, none is written as a minus zero", () => {
  const figure = {
    hidden: false,
    value: { form: "share", value: 0.02, within: [0, 0.04], base: { exact: 50 } },
  };
  const [bar] = peopleOf([figure as unknown as Parameters<typeof peopleOf>[0][number]]);
  expect(Object.is(bar?.least, 0)).toBe(true);
});

test("a group that is closed by now is in no list of open ones, though it was open in that week", async ({
  owner,
  web,
}) => {
  await makeParts(owner);
  const open = async () =>
    (await readAdoption(viewerOf(), nothingAsked, around(web)))?.groups?.open.rows;
  expect((await open())?.map(({ name }) => name)).toEqual(["Recettes"]);
  await closeGroup(owner, "Recettes", "2026-11-20");
  expect(await open()).toEqual([]);
});

test("of many open groups some are listed, and the others found by name, purpose and state", () => {
  const open = Array.from({ length: 130 }, (_, place) => ({
    name: place === 7 ? "Éco-gestes à l’entrepôt" : `Groupe ${place}`,
    network: "Chat",
    purpose: place % 2 === 0 ? "social" : "teamwork",
    size: null,
    state: place === 9 ? ("fading" as const) : ("steady" as const),
  }));
  const asking = (asked: Partial<typeof everyGroup>) =>
    openGroupsOf(open, { ...everyGroup, ...asked }, wordsFor("fr"));
  expect(asking({}).rows).toHaveLength(60);
  expect(asking({}).isAsked).toBe(false);
  expect(asking({}).rows[0]?.name).toBe("Groupe 9");
  expect(asking({ listed: "3" }).rows).toHaveLength(10);
  expect(asking({ group: "ECO-gestes" }).rows.map(({ name }) => name)).toEqual([
    "Éco-gestes à l’entrepôt",
  ]);
  expect(asking({ purpose: "social" }).said).toBe("65 groupes ouverts sur 130.");
  expect(asking({ state: "fading", purpose: "teamwork" }).said).toBe("1 groupe ouvert sur 130.");
  expect(asking({ state: "fading", purpose: "social" }).rows).toEqual([]);
  expect(asking({ state: "no such state" }).rows).toHaveLength(60);
});

test("two things that happened on one day are two sentences, one below the other", () => {
  const on = "2026-11-16";
  const happened = ["Déménagement", "Nouvelle équipe"].map((name) => ({
    ...{ id: null, on, kind: "note" as const, population: "company" },
    names: { fr: name, en: name },
  }));
  const marks = marksOf([], happened, wordsFor("fr"));
  expect(marks.map(({ name }) => name)).toEqual(["16 nov.", "16 nov."]);
  expect(marks.map(({ sentence }) => /Déménagement/.test(sentence))).toEqual([true, false]);
});
