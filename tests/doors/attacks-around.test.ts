import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ask, headerOf, signInAt, told } from "#tests/support/asking.ts";
import { serveBuilt } from "#tests/support/built-site.ts";
import { contextOf } from "#tests/support/context.ts";
import { doors, ways, written } from "#tests/support/doors.ts";
import { everyRow } from "#tests/support/every-row.ts";
import { people } from "#tests/support/hostile-company.ts";
import {
  everybody,
  type HostileWorld,
  openHostileWorld,
  type Who,
} from "#tests/support/hostile-world.ts";
import { answer, closeAndSpend, openWaveWithComments } from "#tests/support/make-comments.ts";
import { makeCompany } from "#tests/support/make-company.ts";
import { makeViewer, password } from "#tests/support/make-viewer.ts";
import { openOwnDatabase } from "#tests/support/own-database.ts";
import { rowsIn } from "#tests/support/scraped.ts";

let world: HostileWorld;
const printed: string[] = [];
beforeAll(async () => {
  for (const way of ["log", "info", "warn", "error", "debug"] as const) {
    vi.spyOn(console, way).mockImplementation((...words) => void printed.push(words.join(" ")));
  }
  world = await openHostileWorld();
});
afterAll(() => world.drop());
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation((...words) => void printed.push(words.join(" ")));
});

const get = (who: Who, path: string) =>
  ask(world.site.address + path, { cookie: world.cookie(who) });

describe("P15 P16 · comments are searched and laid over each other", () => {
  test("a rare word finds what a word nobody wrote finds, and a small team's list is no address", async () => {
    const own = await openOwnDatabase();
    const { owner, worker, web, steward, database } = own;
    await makeCompany(owner, { lyon: { people: 40 }, nice: { people: 24 }, cannes: { people: 4 } });
    const opening = contextOf(database, worker, "2026-03-02T08:00:00Z");
    for (const { personId, code } of await openWaveWithComments(opening)) {
      const rare = personId === 66 ? " et le zorro" : "";
      await answer(web, code, personId % 2 === 0 ? `La cantine ferme tard${rare}` : null);
    }
    await closeAndSpend(contextOf(database, worker, "2026-03-20T17:00:00Z"));
    const managers = ["unit:lyon", "unit:cannes", "company"];
    const site = await serveBuilt({ web, steward });
    for (const [index, key] of managers.entries()) {
      const kind = key === "company" ? "company" : "unit";
      const email = `m${index}@hostile.example`;
      await makeViewer(owner, { email, password, roles: ["manager"], scopes: [{ kind, key }] });
      const cookie = await signInAt(site.address, email);
      for (const list of ["", "&list=1", "&list=2", "&list=3"]) {
        const found = await Promise.all(
          ["zorro", "qqqqq"].map((word) =>
            ask(`${site.address}/comments?word=${word}${list}`, { cookie }),
          ),
        );
        const [rare, nobody] = found.map((one) => told(one, { zorro: "qqqqq" }));
        expect([key, list, rare]).toEqual([key, list, nobody]);
      }
      const nowhere = await ask(`${site.address}/comments?list=99`, { cookie });
      expect(nowhere.status).toBe(404);
    }
    await site.close();
    await own.drop();
  });
});

test("P17 · the file holds populations and never a record: no person, no account, no pseudonym", async () => {
  const { body } = await get("analyst", "/exports.csv");
  const [row] = rowsIn(body);
  expect(Object.keys(row?.cells ?? {}).join()).not.toMatch(
    /person|member|pseudonym|respondent|id\b/,
  );
  const rows = rowsIn(body);
  const keys = rows.map(
    ({ release, population, measure }) => `${release} ${population} ${measure}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
  for (const wider of ["?records=1", "?format=records", "?cut=person", "?measure=answers"]) {
    expect(rowsIn((await get("analyst", `/exports.csv${wider}`)).body).length).toBeLessThanOrEqual(
      rows.length,
    );
  }
});

describe("P19 · what surrounds a figure tells nothing of it", () => {
  test("a team nobody answered in is written as one with a single answer is", async () => {
    const { body } = await get("analyst", "/exports.csv?content=waves");
    const linesOf = (team: string) =>
      body
        .split("\r\n")
        .filter((line) => line.includes(`unit:${team},`))
        .map((line) => line.replaceAll(team, "team").replaceAll(/Empty|Quiet/g, "Team"));
    expect(linesOf("quiet").length).toBeGreaterThan(5);
    expect(linesOf("quiet")).toEqual(linesOf("empty"));
  });

  test("no answer has a print, a length or an age to compare, and a proxy keeps none", async () => {
    for (const { address } of doors) {
      for (const way of ways) {
        const page = await get("director", written(address, way));
        const names = page.headers.map(([name]) => name);
        expect([address, names.filter((name) => /^(etag|last-modified|age)$/.test(name))]).toEqual([
          address,
          [],
        ]);
        expect(headerOf(page, "cache-control")).toMatch(/no-store/);
      }
    }
  });

  test("the order of populations is the same in every measure and every wave", async () => {
    const rows = rowsIn((await get("analyst", "/exports.csv?content=waves")).body);
    const orders = ["2026-03", "2026-06"].flatMap((wave) =>
      ["trust", "connection", "question:stay"].map((measure) =>
        rows
          .filter((row) => row.release === wave && row.measure === measure)
          .map(({ population }) => population)
          .join(),
      ),
    );
    expect(new Set(orders).size).toBe(1);
  });
});

test("P21 · a token of one team opens no other team, no parent's detail and no stored result", async () => {
  for (const path of [
    "/?population=unit:north-a",
    "/adoption?population=site:lille",
    "/exports.csv",
  ]) {
    const before = world.site.lines.length;
    expect([path, (await get("smallManager", path)).status]).toEqual([path, 404]);
    // Who tries one address after the other is noticed; what they asked for is not repeated.
    expect(world.site.lines.slice(before)).toEqual([
      expect.stringMatching(
        new RegExp(`^viewer \\d+ asked for what is not theirs: ${path.replace(/\?.*/, "")}$`),
      ),
    ]);
  }
  for (const path of ["/jobs/1", "/exports/1", "/exports.csv/1", "/releases/1", "/figures?id=1"]) {
    expect([path, (await get("director", path)).status]).toEqual([path, 404]);
  }
});

test("P22 · the logins of the pages and of reporting tools read neither answers nor activity", async () => {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('intake', 'counts') order by 1`.execute(world.owner);
  expect(tables.length).toBeGreaterThan(30);
  for (const { name } of tables) {
    for (const login of ["web", "reader"] as const) {
      await expect(
        sql`select * from ${sql.raw(name)} limit 1`.execute(world[login]),
      ).rejects.toThrow("permission denied");
    }
  }
  const keys = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString("hex"));
  const whole = await everyRow(world.owner);
  expect(keys.filter((key) => whole.includes(key))).toEqual([]);
});

test("P23 · what was printed, and what the pages may read, holds no answer and nobody's id", async () => {
  for (const who of everybody) await get(who, "/?population=unit:%00&wave=%27");
  await ask(`${world.site.address}/teams`, { method: "POST", body: "answers=5" });
  const { rows } = await sql<{ hash: string }>`
    select encode(member, 'hex') as hash from intake.frame_code where member is not null
    union all select encode(key, 'hex') from intake.person
    union all select encode(invitation_hash, 'hex') from intake.invitation`.execute(world.owner);
  expect(rows.length).toBeGreaterThan(people.length * 2);
  const whole = await everyRow(world.owner);
  // A dump of what the pages, the reporting tools and the auditors may read.
  const readable = whole.slice(whole.indexOf("\nrecords."));
  const figures = whole.slice(whole.indexOf("\nfigures."), whole.indexOf("\nintake."));
  const said = printed.join("\n");
  for (const { hash } of rows) {
    expect([readable, figures, said].some((text) => text.includes(hash))).toBe(false);
  }
  expect(said).not.toMatch(/\{\d(,\d+)+\}|answers=5/);
});

test("the doors that do not exist yet answer nothing: whoever opens one brings its attacks", async () => {
  const absent = [
    ...["/exports.xlsx", "/exports.parquet", "/exports.sav", "/exports.json", "/exports.pdf"],
    ...["/api", "/api/v1/figures", "/graphql", "/odata", "/feed.xml", "/digest", "/mail/preview"],
    ...["/indicators", "/reach", "/figures", "/audit", "/people", "/records"],
    ...["/a/code", "/kiosk/nowhere", "/debug", "/metrics", "/build/server/index.js", "/.env"],
  ];
  for (const path of absent) {
    for (const who of ["director", "analyst", "administrator"] as const) {
      expect([path, (await get(who, path)).status]).toEqual([path, 404]);
    }
  }
});
