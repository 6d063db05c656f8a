import { sql } from "kysely";
import { describe, expect } from "vitest";
import { formatter } from "#app/i18n/format.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { cell } from "#app/services/exports/csv.ts";
import { streamOf } from "#app/services/exports/stream.ts";
import { exportFigures, readExports } from "#app/services/exports.server.ts";
import type { Db } from "#db/client.server.ts";
import { readViewer } from "#db/records/viewers.ts";
import { type Handles, test } from "#tests/support/database.ts";
import { makeRelease, makeWave, population } from "#tests/support/make-figures.ts";
import { type MadeViewer, makeViewer } from "#tests/support/make-viewer.ts";

const today = "2026-11-20";
const around = { language: "fr", now: new Date(`${today}T10:00:00Z`), today } as const;

const company = population("company", "Halles");
const shops = population("unit:shops", "Magasins", { under: company });
const brest = population("unit:brest", "Brest", { under: shops });
const lorries = population("unit:lorries", "Camions", { under: company });
const nights = population("segment:shift:night", "Nuit", { under: company });
const populations = [company, shops, brest, lorries, nights];

/** One wave and two weeks; Brest is hidden, the lorries are few. */
async function releaseFigures(owner: Db): Promise<void> {
  await makeWave(owner, {
    key: "2026-06",
    name: "Juin 2026",
    closedAt: "2026-06-19T18:00:00Z",
    questions: { heard: "Mon avis est écouté" },
  });
  await makeRelease(owner, {
    wave: "2026-06",
    releasedAt: "2026-06-22T08:00:00Z",
    populations,
    figures: [
      { population: "company", measure: "connection", value: 0.4545, n: 220 },
      { population: "company", measure: "question:load", form: "mean", value: 3.4166, n: 120 },
      { population: "unit:shops", measure: "connection", value: 0.52, n: 100 },
      { population: "unit:shops", measure: "question:heard", value: 0.61, n: 100 },
      { population: "unit:brest", measure: "connection" },
      { population: "unit:lorries", measure: "connection", value: 0.5, band: "5-9" },
      { population: "unit:lorries", measure: "question:heard", value: 0.3, band: "5-9" },
      { population: "segment:shift:night", measure: "question:heard", value: 0.2, n: 40 },
    ],
  });
  for (const week of ["2026-06-08", "2026-06-15"]) {
    await makeRelease(owner, {
      week,
      releasedAt: `${week}T20:00:00Z`,
      populations,
      without: week === "2026-06-15" ? ["Mattermost", "Slack"] : [],
      figures: [
        { population: "company", measure: "adoption", value: 0.5, n: 400 },
        { population: "company", measure: "messages", form: "count", value: 1204, n: 90 },
      ],
    });
  }
}

async function viewer(owner: Db, made: Omit<MadeViewer, "email">): Promise<Viewer> {
  const id = await makeViewer(owner, { email: "somebody@halles.example", ...made });
  const read = await readViewer(owner, id, today);
  if (read === null) throw new Error("the viewer who was just made is not there");
  return read;
}

const everything = [{ kind: "company", key: "company" }] as const;

async function take(web: Db, who: Viewer, address = "", language: "fr" | "en" = "fr") {
  const file = await exportFigures(who, new URLSearchParams(address), {
    ...around,
    language,
    db: web,
  });
  if (file === null) return null;
  let text = "";
  for await (const piece of file.pieces) text += piece;
  return text;
}

/** The lines as objects; no cell of these tests holds a separator. */
function lines(text: string | null): Record<string, string>[] {
  const [head = "", ...rest] = (text ?? "").replace("\uFEFF", "").split("\r\n").slice(0, -1);
  const names = head.split(",");
  return rest.map((line) =>
    Object.fromEntries(line.split(",").map((one, index) => [names[index] ?? "", one])),
  );
}

describe("who may take figures away", () => {
  const scoped = [{ kind: "unit", key: "unit:shops" }] as const;

  test("a manager is refused, and no export is noted", async ({ owner, web }) => {
    await releaseFigures(owner);
    const manager = await viewer(owner, { roles: ["manager"], scopes: scoped });
    expect(await take(web, manager)).toBeNull();
    const noted = await owner.selectFrom("records.auditEntry").selectAll().execute();
    expect(noted).toEqual([]);
  });

  test("an administrator and an auditor are refused, whatever their scope", async ({
    owner,
    web,
  }) => {
    await releaseFigures(owner);
    const steward = await viewer(owner, {
      roles: ["administrator", "auditor"],
      scopes: everything,
    });
    expect(await take(web, steward)).toBeNull();
  });

  test("an analyst of the shops takes the shops whole, and of the rest the headlines only", async ({
    owner,
    web,
  }) => {
    await releaseFigures(owner);
    const analyst = await viewer(owner, { roles: ["analyst"], scopes: scoped });
    const taken = lines(await take(web, analyst, "content=waves")).map(
      ({ population_key, measure }) => `${population_key} ${measure}`,
    );
    expect(taken).toEqual([
      "company connection",
      "unit:shops connection",
      "unit:shops question:heard",
      "unit:brest connection",
      "unit:lorries connection",
    ]);
  });

  test("an analyst without a scope takes the names of the columns and nothing else", async ({
    owner,
    web,
  }) => {
    await releaseFigures(owner);
    const analyst = await viewer(owner, { roles: ["analyst"], scopes: [] });
    expect(lines(await take(web, analyst))).toEqual([]);
  });

  test("every export is noted: who, when, and which choices", async ({ owner, web }) => {
    await releaseFigures(owner);
    const analyst = await viewer(owner, { roles: ["analyst"], scopes: everything });
    await take(web, analyst, "content=weeks&cut=organisation");
    const noted = await owner.selectFrom("records.auditEntry").selectAll().execute();
    expect(noted).toMatchObject([
      {
        actor: "somebody@halles.example",
        action: "figures exported",
        at: around.now,
        subject: { content: "weeks", cut: "organisation", measure: null, language: "fr" },
      },
    ]);
  });
});

describe("what the file holds", () => {
  async function director(owner: Db): Promise<Viewer> {
    await releaseFigures(owner);
    return viewer(owner, { roles: ["director"], scopes: everything });
  }
  const find = (text: string | null, key: string, measure: string) =>
    lines(text).find((line) => line.population_key === key && line.measure === measure);

  test("a figure is there as on screen and as released", async ({ owner, web }) => {
    const text = await take(web, await director(owner));
    expect(find(text, "company", "connection")).toMatchObject({
      release_kind: "wave",
      release_key: "2026-06",
      released_at: "2026-06-22",
      population: "Toute l’entreprise",
      cut: "organisation",
      parent_key: "",
      form: "share",
      n: "220",
      value: "45",
      value_exact: "0.4545",
      hidden: "",
    });
    const mean = find(text, "company", "question:load");
    expect(mean).toMatchObject({ form: "mean", value_exact: "3.4166" });
    expect(mean?.value).toBe(formatter("en").mean(3.4166));
    expect(find(text, "company", "messages")).toMatchObject({ form: "count", value: "1204" });
  });

  test("a hidden cell carries no number, only the word", async ({ owner, web }) => {
    const who = await director(owner);
    const french = find(await take(web, who), "unit:brest", "connection");
    expect(french).toMatchObject({ hidden: "masqué", parent_key: "unit:shops" });
    for (const column of ["form", "n", "value", "value_exact", "low", "high"]) {
      expect(french?.[column]).toBe("");
    }
    const english = find(await take(web, who, "", "en"), "unit:brest", "connection");
    expect(english?.hidden).toBe("hidden");
  });

  test("a small population keeps its band, in a form no spreadsheet takes for a date", async ({
    owner,
    web,
  }) => {
    const line = find(await take(web, await director(owner)), "unit:lorries", "connection");
    expect(line).toMatchObject({ n: "5–9", value: "50", value_exact: "0.5" });
  });

  test("a week says which networks are missing from it", async ({ owner, web }) => {
    const weeks = lines(await take(web, await director(owner), "content=weeks&measure=adoption"));
    expect(weeks.map(({ release_key, without }) => [release_key, without])).toEqual([
      ["2026-06-08", ""],
      ["2026-06-15", "Mattermost | Slack"],
    ]);
  });

  test("the choices narrow it: a wave, weeks from a day to a day, a cut, a measure", async ({
    owner,
    web,
  }) => {
    const who = await director(owner);
    const count = async (address: string) => lines(await take(web, who, address)).length;
    expect(await count("")).toBe(12);
    expect(await count("content=wave:2026-06")).toBe(8);
    expect(await count("content=weeks&from=2026-06-15")).toBe(2);
    expect(await count("content=weeks&to=2026-06-14&measure=adoption")).toBe(1);
    expect(await count("cut=shift")).toBe(1);
    expect(await count("measure=question:heard")).toBe(3);
  });

  test("a choice nobody understands is no file, rather than a larger one", async ({
    owner,
    web,
  }) => {
    const who = await director(owner);
    expect(await take(web, who, "content=wave:2030-01")).toBeNull();
    expect(await take(web, who, "content=people")).toBeNull();
    expect(await take(web, who, "cut=%00")).toBeNull();
    expect(await take(web, who, "content=weeks&from=2026-13-45")).toBeNull();
    expect(await take(web, who, "content=weeks&from=2026-02-31")).toBeNull();
  });

  test("what a correction supersedes is no longer in it", async ({ owner, web }) => {
    const who = await director(owner);
    const { id } = await owner
      .selectFrom("figures.release")
      .select("id")
      .where("week", "=", "2026-06-15")
      .executeTakeFirstOrThrow();
    await makeRelease(owner, {
      week: "2026-06-15",
      supersedes: id,
      releasedAt: "2026-07-15T20:00:00Z",
      populations,
      figures: [{ population: "company", measure: "adoption", value: 0.55, n: 400 }],
    });
    const values = lines(await take(web, who, "content=weeks&measure=adoption")).map(
      ({ value }) => value,
    );
    expect(values).toEqual(["50", "55"]);
  });

  test("the same export twice is the same to the last byte", async ({ owner, web }) => {
    const who = await director(owner);
    expect(await take(web, who)).toBe(await take(web, who));
  });

  test("it opens as UTF-8, ends its lines as RFC 4180 asks, and can be read by a French spreadsheet", async ({
    owner,
    web,
  }) => {
    const who = await director(owner);
    const text = await take(web, who);
    expect(text?.startsWith("\uFEFFrelease_kind,release_key,")).toBe(true);
    expect(text?.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const french = await take(web, who, "separators=comma&measure=connection");
    expect(french).toContain(";organisation;;connection;share;220;45;0,4545;");
  });

  test("the preview shows the first lines of the file and none of the hidden numbers", async ({
    owner,
    web,
  }) => {
    const who = await director(owner);
    const reading = await readExports(who, new URLSearchParams("measure=connection"), {
      db: web,
      language: "fr",
    });
    expect(reading?.rows.map(({ population_key, value }) => [population_key, value])).toEqual([
      ["company", 45],
      ["unit:shops", 52],
      ["unit:brest", null],
      ["unit:lorries", 50],
    ]);
    expect(reading?.measures).toContainEqual({
      key: "question:heard",
      name: "Mon avis est écouté",
    });
  });
});

describe("a text a spreadsheet would run", () => {
  test.each(["=1+1", "+33", "-5 °C", "@SUM(A1)", "\tx", "\rx"])("%j stays a text", (text) => {
    expect(cell(text, "point").replace(/^"/, "").startsWith("'")).toBe(true);
  });

  test("a number below zero stays a number", () => {
    expect(cell(-0.5, "point")).toBe("-0.5");
  });

  test("quotes, separators and line ends stay inside their cell", () => {
    expect(cell('Brest, "Nord"\n', "point")).toBe('"Brest, ""Nord""\n"');
  });

  test("the name of a unit is guarded in the file", async ({ owner, web }) => {
    await makeRelease(owner, {
      week: "2026-06-08",
      releasedAt: "2026-06-16T08:00:00Z",
      populations: [company, population("unit:x", "=HYPERLINK(1)", { under: company })],
      figures: [{ population: "unit:x", measure: "adoption", value: 0.5, n: 40 }],
    });
    const who = await viewer(owner, { roles: ["director"], scopes: everything });
    expect(lines(await take(web, who))[0]?.population).toBe("'=HYPERLINK(1)");
  });
});

describe("a hundred thousand lines", () => {
  /** How many rows each query brought, as the queries are made. */
  function counting(db: Db): { readonly db: Db; readonly rows: number[] } {
    const rows: number[] = [];
    const counter = {
      transformQuery: <Q extends { readonly node: unknown }>({ node }: Q) => node as never,
      transformResult: async <R extends { readonly result: { readonly rows: unknown[] } }>({
        result,
      }: R) => {
        rows.push(result.rows.length);
        return result as never;
      },
    };
    return { db: db.withPlugin(counter), rows };
  }

  async function releaseMany(owner: Handles["owner"]): Promise<Viewer> {
    const id = await makeRelease(owner, {
      week: "2026-06-08",
      releasedAt: "2026-06-16T08:00:00Z",
      populations: [company],
      figures: [],
    });
    await sql`
      insert into figures.population (release_id, population, kind, key, parent_key, cut, names, path)
      select ${id}, i, 'unit', 'unit:' || i, 'company', 'organisation', '{"fr": "É", "en": "U"}',
        array['company', 'unit:' || i]
      from generate_series(2, 10001) i`.execute(owner);
    await sql`
      insert into figures.figure (release_id, population, measure, form, hidden, n, value)
      select ${id}, p, 'm' || m, 'share', false, 100, 0.5
      from generate_series(2, 10001) p, generate_series(1, 10) m`.execute(owner);
    return viewer(owner, { roles: ["analyst"], scopes: everything });
  }

  test("are read a few at a time, and only as they are asked for", async ({ owner, web }) => {
    const who = await releaseMany(owner);
    const { db, rows } = counting(web);
    const file = await exportFigures(who, new URLSearchParams(), { ...around, db });
    let taken = 0;
    let heaviest = 0;
    const before = rows.length;
    for await (const piece of file?.pieces ?? []) {
      if (taken === 0) expect(rows.length - before).toBe(0);
      taken += piece.split("\r\n").length - 1;
      heaviest = Math.max(heaviest, piece.length);
    }
    expect(taken).toBe(100_001);
    expect(Math.max(...rows)).toBeLessThanOrEqual(2_000);
    expect(heaviest).toBeLessThan(300_000);
  });

  test("wait for a reader who is slow, and stop for one who has gone", async ({ owner, web }) => {
    const who = await releaseMany(owner);
    const { db, rows } = counting(web);
    const file = await exportFigures(who, new URLSearchParams(), { ...around, db });
    const gone = new AbortController();
    const reader = streamOf(file?.pieces ?? nothing(), {
      signal: gone.signal,
      drained: async () => {},
    }).getReader();
    await reader.read();
    await reader.read();
    const read = rows.length;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(rows.length).toBe(read);
    gone.abort();
    expect((await reader.read()).done).toBe(true);
    expect(rows.length).toBe(read);
  });

  async function* nothing(): AsyncGenerator<string> {}
});
