import { sql } from "kysely";
import { expect } from "vitest";
import type { Viewer } from "#app/model/viewer.ts";
import { readComments } from "#app/services/comments.server.ts";
import { moderate, readModeration } from "#app/services/moderation.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Db } from "#db/client.server.ts";
import { decideComment, listWaitingComments } from "#db/records/moderation.ts";
import { contextOf } from "#tests/support/context.ts";
import { type Handles, test } from "#tests/support/database.ts";
import {
  answer,
  closeAndSpend,
  openWaveWithComments,
  spendNight,
} from "#tests/support/make-comments.ts";
import { makeCompany } from "#tests/support/make-company.ts";

type Roles = Viewer["roles"];

function visit(db: Db, scope: string, roles: Roles = ["manager"]): ViewerVisit {
  const kind = scope === "company" ? "company" : "unit";
  const viewer: Viewer = {
    id: 1,
    name: "Ada",
    email: "ada@example.org",
    language: "fr",
    roles,
    scopes: [{ kind, key: scope, path: ["company", scope] }],
  };
  const around = { timeZone: "Europe/Paris", language: "fr", addressLanguage: null } as const;
  return { db, now: new Date(0), today: "2026-03-22", ...around, viewer };
}

const everything = { wave: null, question: null, list: null, word: null };

/** Lyon, Nice and Sète have all written; Sète is too small to be listed by itself. */
const teams = { lyon: { people: 40 }, nice: { people: 24 }, sète: { people: 4 } };
const said = [
  "Le parking est plein",
  "Des chariots neufs, vite",
  "Plus de chariots le samedi",
  "Les chariots grincent, et le zèbre aussi",
  "Chariots et parking, tout est dit",
  "On manque de chariots",
  "La cantine est loin",
  "La cantine ferme tôt",
  "Plus de lumière au quai",
  "Des vestiaires propres",
];

async function live({
  database,
  owner,
  worker,
  web,
  steward,
}: Pick<Handles, "database" | "owner" | "worker" | "web" | "steward">) {
  await makeCompany(owner, teams);
  const invitations = await openWaveWithComments(
    contextOf(database, worker, "2026-03-02T08:00:00Z"),
  );
  const { rows } = await sql<{ personId: number; key: string }>`
    select p.person_id, u.key from intake.person_unit p join intake.unit u on u.id = p.unit_id`.execute(
    owner,
  );
  const unitOf = new Map(rows.map(({ personId, key }) => [personId, key]));
  const wrote = new Map<string, number>();
  for (const { personId, code } of invitations) {
    const unit = unitOf.get(personId) ?? "";
    const n = wrote.get(unit) ?? 0;
    wrote.set(unit, n + 1);
    const text = said[n];
    await answer(web, code, text === undefined ? null : `${text} (${unit} ${n})`);
  }
  await closeAndSpend(contextOf(database, worker, "2026-03-20T17:00:00Z"));
  for (const { comment } of await listWaitingComments(steward, "mod", 200)) {
    await decideComment(steward, "mod", { comment, decision: "publish", shorter: null });
  }
  await spendNight(contextOf(database, worker, "2026-03-21T01:00:00Z"));
}

/** Every list a viewer can come by, with its comments as the page writes them. */
async function everyList(who: ViewerVisit): Promise<ReadonlyMap<string, readonly string[]>> {
  const start = await readComments(who, everything);
  const lists = new Map<string, readonly string[]>();
  for (const { value, label } of start?.lists ?? []) {
    const reading = await readComments(who, { ...everything, list: value });
    lists.set(label, reading?.comments.map((pieces) => pieces.join("")) ?? []);
  }
  return lists;
}

test("all lists of all readers laid over each other leave every comment at least ten possible authors", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await live({ database, owner, worker, web, steward });
  const { rows: answered } = await sql<{ key: string; n: number }>`
    select u.key, sum(p.answered)::integer as n from counts.participation_cell p
    join intake.frame_cell c using (wave_id, cell) join intake.unit u on u.id = c.unit_id group by u.key`.execute(
    owner,
  );
  const of = new Map(answered.map(({ key, n }) => [key, n]));
  // Whose comments a list holds: what a hostile reader knows already, with every name of every team.
  const authors = new Map<string, number>();
  const seen = new Map<string, Set<string>>();
  for (const scope of ["company", "unit:top", "unit:lyon", "unit:nice", "unit:sète"]) {
    for (const [label, texts] of await everyList(visit(web, scope))) {
      const units = new Set(texts.map((text) => /\((\S+) \d\)$/.exec(text)?.[1] ?? ""));
      authors.set(
        label,
        [...units].reduce((sum, unit) => sum + (of.get(unit) ?? 0), 0),
      );
      for (const text of texts) seen.set(text, (seen.get(text) ?? new Set()).add(label));
    }
  }
  expect(seen.size).toBe(24);
  for (const labels of seen.values()) expect(labels.size).toBe(1);
  for (const n of authors.values()) expect(n).toBeGreaterThanOrEqual(10);
});

test("a manager reads the lists inside their scope, and what is outside leads nowhere", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await live({ database, owner, worker, web, steward });
  expect([...(await everyList(visit(web, "unit:lyon"))).keys()]).toEqual(["Lyon"]);
  expect([...(await everyList(visit(web, "unit:sète"))).keys()]).toEqual([]);
  expect([...(await everyList(visit(web, "company", ["director"]))).keys()]).toHaveLength(2);
  const outside = await readComments(visit(web, "unit:lyon"), { ...everything, list: "2" });
  const absent = await readComments(visit(web, "unit:lyon"), { ...everything, list: "99" });
  expect([outside, absent]).toEqual([null, null]);
  for (const roles of [["analyst"], ["administrator"], ["auditor"], ["moderator"]] as Roles[]) {
    expect((await everyList(visit(web, "company", roles))).size).toBe(0);
  }
});

test("a rare word finds what a word nobody wrote finds, under every filter and whoever asks", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await live({ database, owner, worker, web, steward });
  const words = new Set(
    said
      .join(" ")
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .match(/\p{L}+/gu),
  );
  for (const scope of ["company", "unit:lyon", "unit:nice"]) {
    const who = visit(web, scope);
    for (const { value: list } of (await readComments(who, everything))?.lists ?? []) {
      const look = async (word: string) => readComments(who, { ...everything, list, word });
      const nothing = JSON.stringify(await look("xylophone"));
      let shown = 0;
      for (const word of words) {
        const found = await look(word);
        if (found?.comments.length === 0) {
          expect(JSON.stringify(found).replace(`"word":"${word}"`, '"word":"xylophone"')).toBe(
            nothing,
          );
        } else {
          expect(found?.comments.length).toBeGreaterThanOrEqual(5);
          shown += 1;
        }
      }
      expect(shown).toBeGreaterThan(0);
      // Two words at once, a part of a word, a number, and what was struck out, find nothing either.
      for (const trick of ["chariots zebre", "zeb", "zèbre*", "%", ".*", "name", "3", "lyon 3"]) {
        expect((await look(trick))?.comments).toEqual([]);
      }
    }
  }
});

test("the words that are counted are shared by five, and lacked by five or by nobody", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await live({ database, owner, worker, web, steward });
  const reading = await readComments(visit(web, "company", ["director"]), everything);
  expect(reading?.list?.name).toBe("Lyon");
  expect(reading?.shared.map(({ word, comments }) => [word, comments])).toEqual([
    ["lyon", 10],
    ["chariots", 5],
  ]);
  const [, rest] = reading?.lists ?? [];
  const other = await readComments(visit(web, "company", ["director"]), {
    ...everything,
    list: rest?.value ?? "",
  });
  // Ten of these fourteen say “nice”: the four who do not could be told.
  expect(other?.shared.map(({ word, comments }) => [word, comments])).toEqual([["chariots", 8]]);
});

test("a moderator takes words out and puts none in, and sees no unit", async ({
  database,
  owner,
  worker,
  web,
  steward,
}) => {
  await makeCompany(owner, { lyon: { people: 12 } });
  const invitations = await openWaveWithComments(
    contextOf(database, worker, "2026-03-02T08:00:00Z"),
  );
  for (const [index, { code }] of invitations.entries()) {
    await answer(web, code, index < 5 ? `La seule comptable,\nà deux pas du quai ${index}` : null);
  }
  await closeAndSpend(contextOf(database, worker, "2026-03-20T17:00:00Z"));
  const moderator = visit(web, "company", ["moderator"]);
  const { waiting, all } = await readModeration(moderator, steward);
  expect(all).toBe(5);
  expect(JSON.stringify(waiting)).not.toMatch(/lyon|unit/i);
  const [one, two, three] = waiting;
  if (!one || !two || !three) throw new Error("three comments wait");
  const decide = (comment: string, text: string, withhold = false) =>
    moderate(moderator, steward, { comment, text, withhold });
  expect(await decide(one.comment, `${one.text} et il ment`)).toBe("words");
  expect(await decide(one.comment, "   ")).toBe("words");
  expect(await decide(one.comment, one.text.replace("La seule comptable,\n", "[…] "))).toBe(null);
  expect(await decide(one.comment, one.text)).toBe("gone");
  expect(await decide(two.comment, two.text.replaceAll("\n", "\r\n"))).toBe(null);
  expect(await decide(three.comment, "", true)).toBe(null);
  expect(await decide("nobody's", "", true)).toBe("gone");
  expect(await decide("00000000-0000-4000-8000-000000000000", "", true)).toBe("gone");
  const { rows } = await sql<{ text: string | null; state: string }>`
    select text, state from intake.read_comment where state <> 'waiting' order by state, text`.execute(
    owner,
  );
  expect(rows.map(({ state }) => state)).toEqual(["clear", "clear", "withheld"]);
  const left = rows.map(({ text }) => text);
  expect(left).toContain(two.text);
  expect(left.join()).toMatch(/\[…\] à deux pas du quai \d/);
});
