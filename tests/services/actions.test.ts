import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { readActionsPage, readBoard, writeAsked } from "#app/services/actions.server.ts";
import { readBarometer } from "#app/services/barometer.server.ts";
import { readMarks } from "#app/services/marks.server.ts";
import { keepView, readViews } from "#app/services/views.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Db } from "#db/client.server.ts";
import { readViewer } from "#db/records/viewers.ts";
import { test } from "#tests/support/database.ts";
import { makeHalles, southManager, viewerOf } from "#tests/support/make-halles.ts";
import { makeViewer } from "#tests/support/make-viewer.ts";

const nothingAsked = {
  ...{ population: null, state: null, owner: null },
  ...{ change: null, indicator: null },
};

/** Somebody with an account, as a loader knows them. */
async function visitOf(
  owner: Db,
  db: Db,
  role: "director" | "manager" | "analyst",
  key: string,
): Promise<ViewerVisit> {
  const kind = key === "company" ? "company" : "unit";
  const email = `${role}.${key.replace(":", ".")}@halles.example`;
  const id = await makeViewer(owner, { email, roles: [role], scopes: [{ kind, key }] });
  const viewer = await readViewer(owner, id, "2026-11-20");
  if (viewer === null) throw new Error("nobody");
  return {
    db,
    viewer,
    now: new Date("2026-11-20T09:00:00Z"),
    today: "2026-11-20",
    timeZone: "Europe/Paris",
    language: "fr",
    addressLanguage: null,
  };
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const huddle = (visit: ViewerVisit, more: Readonly<Record<string, string>> = {}) =>
  formOf({
    population: "unit:south-day",
    "heard-fr": "On apprend les changements d’horaires trop tard",
    "doing-fr": "Un point de dix minutes à chaque prise de poste",
    owner: String(visit.viewer.id),
    due: "2026-12-15",
    state: "doing",
    started: "2026-06-25",
    indicator: "connection",
    ...more,
  });

const read = (visit: ViewerVisit) => readActionsPage(visit, nothingAsked);

test("a manager writes an action for a team of theirs; who leads above reads it, the one next door does not", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  const director = await visitOf(owner, web, "director", "company");
  const north = await visitOf(owner, web, "manager", "unit:north");
  expect(await writeAsked(south, huddle(south))).toBeNull();
  const [action] = (await read(south))?.actions ?? [];
  expect(action).toMatchObject({
    populationName: "Préparation jour",
    state: "doing",
    startedOn: "2026-06-25",
    isLate: false,
    mayChange: true,
  });
  expect((await read(director))?.actions).toHaveLength(1);
  expect((await read(north))?.actions).toEqual([]);
  expect(await readActionsPage(north, { ...nothingAsked, change: String(action?.id) })).toBeNull();
  const { rows } = await owner.executeQuery<{ action: string; actor: string }>(
    owner.selectFrom("records.auditEntry").select(["action", "actor"]).compile(),
  );
  expect(rows).toEqual([{ action: "action written", actor: "manager.unit.south@halles.example" }]);
});

test("nobody writes outside their scope, nor as an analyst, nor gives it to who cannot see to it", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  const north = await visitOf(owner, web, "manager", "unit:north");
  const analyst = await visitOf(owner, web, "analyst", "company");
  expect(await writeAsked(north, huddle(north))).toBe("population");
  expect(await writeAsked(analyst, huddle(analyst))).toBe("population");
  expect(await writeAsked(south, huddle(north))).toBe("owner");
  await writeAsked(south, huddle(south));
  const id = String((await read(south))?.actions[0]?.id);
  await expect(writeAsked(north, huddle(north, { id }))).rejects.toMatchObject({ status: 404 });
  expect(await owner.selectFrom("records.action").select("state").execute()).toEqual([
    { state: "doing" },
  ]);
});

test("no figure of the results is written into an action, a mark or the board", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  for (const text of [
    "Nous étions à 34 %",
    "12 points de moins",
    "3 personnes sur 5",
    "eNPS en baisse",
  ]) {
    expect(await writeAsked(south, huddle(south, { "heard-fr": text }))).toBe("figure");
  }
  expect(await writeAsked(south, huddle(south, { "doing-fr": "", "doing-en": "" }))).toBe("words");
  expect(await writeAsked(south, huddle(south, { due: "2026-02-31" }))).toBe("day");
});

test("actions are filtered by owner, state and indicator, and what nobody owns leads nowhere", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  const director = await visitOf(owner, web, "director", "company");
  await writeAsked(south, huddle(south));
  await writeAsked(
    director,
    huddle(director, { state: "planned", started: "", indicator: "trust" }),
  );
  const filtered = async (asked: Partial<typeof nothingAsked | Record<string, string>>) =>
    (await readActionsPage(director, { ...nothingAsked, ...asked }))?.actions.map((one) => [
      one.owner,
      one.state,
      one.indicator,
    ]);
  const [theirs, own] = [
    [south.viewer.name, "doing", "connection"],
    [director.viewer.name, "planned", "trust"],
  ];
  expect(await filtered({})).toEqual([theirs, own]);
  expect(await filtered({ owner: String(south.viewer.id) })).toEqual([theirs]);
  expect(await filtered({ state: "planned" })).toEqual([own]);
  expect(await filtered({ indicator: "trust", owner: String(director.viewer.id) })).toEqual([own]);
  expect(await filtered({ owner: "999999" })).toBeUndefined();
});

test("what fell leads to what is done about it, for whoever may write there and for nobody else", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  // Connection rose on the frontline: looked at backwards it fell.
  const backwards = { wave: "2026-06", compare: "2026-10", population: null } as const;
  const linksFor = async (viewer: Viewer) => {
    const around = { db: web, language: "en", timeZone: "Europe/Paris" } as const;
    const reading = await readBarometer(viewer, { ...backwards, measure: null, by: null }, around);
    return reading?.movers?.toAct?.links.map(({ address }) => address) ?? null;
  };
  const address = "/actions?population=segment%3Awork%3Afrontline&indicator=connection";
  expect(await linksFor(viewerOf())).toContain(address);
  expect(await linksFor(viewerOf({ roles: ["analyst"] }))).toBeNull();
  expect((await linksFor(southManager)) ?? []).not.toContain(address);
  const director = await visitOf(owner, web, "director", "company");
  const page = await readActionsPage(director, {
    ...nothingAsked,
    ...{ population: "segment:work:frontline", indicator: "connection" },
  });
  expect([page?.population, page?.indicator]).toEqual(["segment:work:frontline", "connection"]);
});

test("nobody is named on the board: neither when it is written nor when an account takes a name later", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  const called = (name: string) =>
    owner.updateTable("records.viewer").set({ name }).where("id", "=", south.viewer.id).execute();
  await called("Gildas Cordonnac");
  const onBoard = { population: "unit:south", board: "on" };
  const naming = (words: string) =>
    writeAsked(south, huddle(south, { ...onBoard, "doing-fr": words }));
  expect(await naming("Voir cordonnac à chaque prise de poste")).toBe("name");
  expect(await naming("Écrire à hall@halles.example")).toBe("name");
  expect(await naming("Mme Durand passe chaque lundi")).toBe("name");
  const words = "Un point de dix minutes, avec Ada Quai\u00a0; puis rien d’autre";
  expect(await naming(words)).toBeNull();
  await makeViewer(owner, { email: "ada@halles.example", name: "Ada Quai", roles: [], scopes: [] });
  const [line] = await readBoard({ db: web, language: "fr" });
  expect(line?.doing.text).toBe("Un point de dix minutes, avec … ; puis rien d’autre");
  expect(JSON.stringify(line)).not.toMatch(/Cordonnac|Gildas|Quai/);
});

test("the board holds words alone, and none of a team whose results are hidden", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  const onBoard = { board: "on" };
  const stock = { ...onBoard, population: "unit:south-stock" };
  expect(await writeAsked(south, huddle(south, stock))).toBe("board");
  expect(await writeAsked(south, huddle(south, onBoard))).toBeNull();
  expect(await writeAsked(south, huddle(south, { "doing-fr": "Ailleurs" }))).toBeNull();
  const board = await readBoard({ db: web, language: "en" });
  expect(board).toEqual([
    {
      id: expect.any(Number),
      populationName: "Préparation jour",
      heard: { text: "On apprend les changements d’horaires trop tard", language: "fr" },
      doing: { text: "Un point de dix minutes à chaque prise de poste", language: "fr" },
      when: "under way since 25 June 2026, by 15 December 2026",
    },
  ]);
});

test("what moved since is said beside populations like it, and never as an effect", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  await writeAsked(south, huddle(south));
  await writeAsked(south, huddle(south, { started: "2026-10-20" }));
  const said = ((await read(south))?.actions ?? []).map(({ measured }) => measured);
  // Two teams beside it, of which one is hidden: too few to compare with.
  expect(said[0]).toMatch(
    /^Connexion, entre juin 2026 et octobre 2026\u00a0: \+\d+ points pour «\u00a0Préparation jour\u00a0» .* Moins de 3 populations comparables/,
  );
  expect(said[1]).toMatch(/sera mesurée à la prochaine vague/);
});

test("an action marks the trend of its population and of what is inside, from the day it began", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const director = await visitOf(owner, web, "director", "company");
  const north = await visitOf(owner, web, "manager", "unit:north");
  await writeAsked(director, huddle(director, { population: "unit:south" }));
  const mark = { wish: "mark", on: "2026-09-01", kind: "note", "mark-fr": "Nouvelle halle" };
  expect(await writeAsked(director, formOf({ ...mark, population: "company" }))).toBeNull();
  const days = { from: "2026-01-01", to: "2026-12-31" };
  const of = (visit: ViewerVisit, ...path: string[]) =>
    readMarks(web, { viewer: visit.viewer, path, ...days });
  expect(await of(director, "company", "unit:south", "unit:south-day")).toMatchObject([
    { on: "2026-06-25", kind: "action", population: "unit:south" },
    { on: "2026-09-01", kind: "note", names: { fr: "Nouvelle halle", en: "Nouvelle halle" } },
  ]);
  // What is done in the south is theirs to know, and whoever leads above them.
  expect(await of(north, "company", "unit:south")).toMatchObject([{ kind: "note" }]);
  const [written] = (await read(director))?.marks ?? [];
  const forget = formOf({ wish: "forget-mark", mark: String(written?.id) });
  await expect(writeAsked(north, forget)).rejects.toMatchObject({ status: 404 });
  expect(await writeAsked(director, forget)).toBeNull();
  expect((await read(director))?.marks).toEqual([]);
});

test("a character that no text holds is left out of what is written, and stops nothing", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  expect(await writeAsked(south, huddle(south, { "doing-fr": "Un point\0 court" }))).toBeNull();
  expect((await read(south))?.actions[0]?.doing.text).toBe("Un point court");
  expect(await keepView(south, formOf({ name: "Mon\0 équipe", address: "/teams" }))).toBeNull();
  expect((await readViews(south, null)).views).toMatchObject([{ name: "Mon équipe" }]);
});

test("a view leads to a page of this site and nowhere else", async ({ owner, web }) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  for (const address of [
    "https://else.example/",
    "//else.example",
    "/\\else.example",
    "javascript:x",
  ]) {
    expect(await keepView(south, formOf({ name: "Ailleurs", address }))).toBe("view");
  }
  expect((await readViews(south, "//else.example")).address).toBe("");
});

test("a hundred views are kept and no more, and a name is as long as can be read, in any script", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const south = await visitOf(owner, web, "manager", "unit:south");
  const keep = (name: string) => keepView(south, formOf({ name, address: "/teams" }));
  expect(await keep("a".repeat(200))).toBe("viewName");
  expect(
    await keep("\u0645\u0634\u0627\u0631\u0643\u0629 \u0627\u0644\u0641\u0631\u064a\u0642"),
  ).toBeNull();
  for (let view = 1; view < 100; view += 1) expect(await keep(`Vue ${view}`)).toBeNull();
  expect(await keep("Une de trop")).toBe("views");
  // The one that has the name is replaced, not added to.
  expect(await keep("Vue 7")).toBeNull();
  const { views } = await readViews(south, null);
  expect(views).toHaveLength(100);
  await keepView(south, formOf({ wish: "forget", view: String(views[0]?.id) }));
  expect(await keep("Une de trop")).toBeNull();
});
