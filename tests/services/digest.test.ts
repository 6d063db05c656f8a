import { sql } from "kysely";
import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { readAlerts } from "#app/services/alerts.server.ts";
import { type News, periodOf, readAlertNews, readDigest } from "#app/services/digest.server.ts";
import type { Db } from "#db/client.server.ts";
import { noteAlerts } from "#db/records/alerts.ts";
import { readViewer } from "#db/records/viewers.ts";
import { test } from "#tests/support/database.ts";
import { population } from "#tests/support/make-figures.ts";
import { makeHalles } from "#tests/support/make-halles.ts";
import { type MadeViewer, makeViewer } from "#tests/support/make-viewer.ts";

const timeZone = "Europe/Paris";
const south = population("unit:south", "Logistique Sud", { under: population("company", "") });
const north = population("unit:north", "Logistique Nord", { under: population("company", "") });

async function viewer(
  owner: Db,
  role: MadeViewer["roles"][number],
  scopes: MadeViewer["scopes"] = [],
  language: "fr" | "en" = "fr",
): Promise<Viewer> {
  const email = `${role}.${scopes[0]?.key ?? ""}@halles.example`;
  const id = await makeViewer(owner, { email, name: "Ana", language, roles: [role], scopes });
  const made = await readViewer(owner, id, "2026-11-22");
  if (made === null) throw new Error("nobody was made");
  return made;
}

const company = [{ kind: "company", key: "company" }] as const;
const october = { period: "2026-11-01", since: "2026-10-01" };
/** With ordinary spaces, as it is typed. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");
const everything = (news: News) => plain(JSON.stringify(news.sections));

test("a director reads in a month's mail what the waves released in it say, with what really moved", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const news = await readDigest(await viewer(owner, "director", company), october, {
    db: web,
    timeZone,
  });
  expect(plain(news.subject)).toBe("Baromètre : octobre 2026");
  const [results, moved] = news.sections;
  expect(results?.title).toContain("Octobre 2026");
  expect(results?.table?.rows.map(([name]) => name)).toContain("Connexion du terrain");
  expect(moved?.items[0]).toMatchObject({ sentence: "Terrain, Connexion." });
  expect(moved?.items[0]?.rest).toContain("11 points de plus");
  expect(results?.address).toBe("/?wave=2026-10");
});

test("a manager's mail is about their own part, and holds no other's", async ({ owner, web }) => {
  await makeHalles(owner);
  const manager = await viewer(owner, "manager", [{ kind: "unit", key: "unit:south" }]);
  await noteAlerts(owner, {
    kind: "adoption",
    day: "2026-10-20",
    noticed: [south, north].map((one) => ({
      subject: one.key,
      population: one,
      details: { week: "2026-10-12" },
    })),
  });
  const news = await readDigest(manager, october, { db: web, timeZone });
  expect(news.sections[0]?.table?.caption).toContain("Logistique Sud");
  expect(everything(news)).toContain("Logistique Sud : moins de personnes actives");
  expect(everything(news)).not.toContain("Logistique Nord");
});

test("where nothing was released and nothing happened, the mail says so, in the reader's language", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const director = await viewer(owner, "director", company, "en");
  const where = { db: web, timeZone };
  const news = await readDigest(director, { period: "2026-09-01", since: "2026-08-01" }, where);
  expect(news.subject).toBe("Barometer: nothing to report, August 2026");
  expect(news.lead).toContain("Nothing to report");
  expect(news.sections).toEqual([]);
});

test("who looks after the machine is told of its nights and never of a figure", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  await sql`insert into records.night (started_at, finished_at, heartbeat_at, state)
    values ('2026-10-12T01:00:00Z', '2026-10-12T02:00:00Z', '2026-10-12T02:00:00Z', 'failed'),
      ('2026-10-13T01:00:00Z', '2026-10-13T02:00:00Z', '2026-10-13T02:00:00Z', 'done')`.execute(
    owner,
  );
  const admin = await viewer(owner, "administrator");
  const news = await readDigest(admin, october, { db: web, timeZone });
  expect(news.sections.map(({ paragraphs }) => paragraphs)).toEqual([
    ["1 nuit sur 2 a connu un échec."],
  ]);
});

test("an alert is told to those who may see what it rests on, on the page and by mail", async ({
  owner,
  web,
}) => {
  await makeHalles(owner);
  const raised = { subject: south.key, population: south, details: { week: "2026-11-16" } };
  await noteAlerts(owner, { kind: "adoption", day: "2026-11-22", noticed: [raised] });
  const night = { subject: "roll-up", population: null, details: {} };
  await noteAlerts(owner, { kind: "night", day: "2026-11-22", noticed: [night] });
  const around = { db: web, language: "fr", timeZone, today: "2026-11-22" } as const;
  const kinds = ["adoption", "night"] as const;
  const toldTo = async (who: Viewer) => [
    (await readAlerts(who, kinds, around))?.alerts.length ?? 0,
    (await readAlertNews(who, "2026-11-22", { db: web, timeZone }))?.sections[0]?.items.length ?? 0,
  ];
  const outside = await viewer(owner, "manager", [{ kind: "unit", key: "unit:north" }]);
  expect(await toldTo(outside)).toEqual([0, 0]);
  expect(await toldTo(await viewer(owner, "administrator"))).toEqual([1, 1]);
  const inside = await viewer(owner, "manager", [{ kind: "unit", key: "unit:south" }]);
  expect(await toldTo(inside)).toEqual([1, 1]);
  const told = await readAlerts(inside, kinds, around);
  expect(told?.alerts[0]?.address).toBe("/adoption?population=unit%3Asouth");
});

test("a digest is of the week or the month that ended last", () => {
  expect(periodOf("weekly", "2026-11-22")).toEqual({ period: "2026-11-16", since: "2026-11-09" });
  expect(periodOf("monthly", "2026-03-31")).toEqual({ period: "2026-03-01", since: "2026-02-01" });
});
