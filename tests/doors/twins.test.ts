import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { signInAt } from "#tests/support/asking.ts";
import { type BuiltSite, serveBuilt } from "#tests/support/built-site.ts";
import { contextOf } from "#tests/support/context.ts";
import { makeViewer, password } from "#tests/support/make-viewer.ts";
import { type OwnDatabase, openOwnDatabase } from "#tests/support/own-database.ts";
import {
  chance,
  exchanged,
  inventTwins,
  openTwins,
  releaseTwins,
  type Told,
  type TwinCompany,
} from "#tests/support/twin-company.ts";
import { differences, everyPage, readable } from "#tests/support/twin-looks.ts";
import { openUndoable, type Undoable } from "#tests/support/undoable.ts";

/*
 * Two companies that differ only in what nobody may find out: two people of two hidden teams side
 * by side have exchanged their answers, or their activity, or four answered in the one team and
 * nobody in the other. Whatever leaves the product must be the same to the byte.
 *
 * All pairs are compared in the database, in every row that the login of the pages may read: that
 * login reads no others (tests/db/rights.test.ts holds it to the catalogue), the pages ask nothing
 * else but the clock, and so equal rows make equal pages. Of each kind a pair is compared in
 * what comes over HTTP as well, which also holds that reasoning to the test.
 *
 * The numbers of releases are drawn from a sequence, and are left out of the rows.
 */

const people = {
  director: { roles: ["director"], scopes: [{ kind: "company", key: "company" }] },
  manager: { roles: ["manager"], scopes: [{ kind: "unit", key: "unit:mills" }] },
  smallManager: { roles: ["manager"], scopes: [{ kind: "unit", key: "unit:mills-little" }] },
  siteDirector: { roles: ["director"], scopes: [{ kind: "site", key: "site:docks-site" }] },
  analyst: { roles: ["analyst"], scopes: [{ kind: "company", key: "company" }] },
  administrator: { roles: ["administrator"], scopes: [] },
  auditor: { roles: ["auditor"], scopes: [] },
} as const;

const seeds = [1, 2, 3, 4];
type Kind = "answers" | "activity" | "halves";
const pairs: Readonly<Record<Kind, number>> = { answers: 128, activity: 32, halves: 40 };
/** How many of the first company are looked at over HTTP too, of each kind. */
const LOOKED_AT = 1;

/** One company of one seed, opened, in a session of its own behind the built product. */
interface Opened {
  readonly own: OwnDatabase;
  readonly undoable: Undoable;
  /** Of those that are looked at over HTTP. */
  readonly site: BuiltSite | null;
  readonly company: TwinCompany;
  readonly cookies: ReadonlyMap<string, string | null>;
  release(variant: Told): Promise<void>;
  /** What was seen of it as it is. */
  readonly itself: Map<"answers" | "activity", Look>;
}

const nothing: ReadonlyMap<string, string> = new Map();

const opened = new Map<number, Opened>();
beforeAll(async () => {
  for (const seed of seeds) opened.set(seed, await open(seed));
});
afterAll(async () => {
  for (const { own, undoable, site } of opened.values()) {
    await site?.close();
    await undoable.close();
    await own.drop();
  }
});
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

async function open(seed: number): Promise<Opened> {
  const own = await openOwnDatabase();
  const undoable = await openUndoable(own.database.url("owner"));
  const { db } = undoable;
  const company = inventTwins(seed);
  const codes = await openTwins(db, contextOf(own.database, db, "2026-03-02T08:00:00Z"), company);
  const site = seed === seeds[0] ? await serveBuilt({ web: db, steward: db }) : null;
  const cookies = new Map<string, string | null>([["nobody", null]]);
  for (const [who, made] of Object.entries(people)) {
    await makeViewer(db, { email: `${who}@twins.example`, password, ...made });
    if (site !== null) cookies.set(who, await signInAt(site.address, `${who}@twins.example`));
  }
  const night = contextOf(own.database, db, "2026-07-01T02:00:00Z");
  const release = (variant: Told) => releaseTwins(night, codes, variant);
  return { own, undoable, site, company, cookies, release, itself: new Map() };
}

/** What there is of one kind: the company as it is, and its twins. */
function twinsOf(
  { told: base, small, halves }: TwinCompany,
  kind: Kind,
  many: number,
  seed: number,
) {
  const draw = chance(seed * 1000 + many);
  const one = <Item>(items: readonly Item[]) => items[Math.floor(draw() * items.length)] as Item;
  // Activity and answers are released apart: each kind leaves the other out.
  const alone: Told =
    kind === "activity" ? { ...base, answers: new Map() } : { ...base, posted: new Set() };
  const differs = (a: number, b: number) =>
    kind === "activity"
      ? base.posted.has(a) !== base.posted.has(b)
      : String(base.answers.get(a)) !== String(base.answers.get(b));
  const pairOf = (): readonly [number, number] => {
    for (;;) {
      const unit = one(small);
      const [first, second] = [one(unit), one(unit)];
      if (first.team !== second.team && differs(first.id, second.id)) return [first.id, second.id];
    }
  };
  const twin = (at: number) => {
    if (kind !== "halves") return exchanged(alone, [pairOf()], kind);
    const units = halves.filter((_, unit) => ((at % 7) + 1) & (1 << unit));
    const shift = at % 6;
    const crossed = units.flatMap(([four, none]) =>
      four.map((id, place) => [id, none[(place + shift) % none.length] ?? id] as const),
    );
    return exchanged(alone, crossed, "answers");
  };
  return { alone, twins: Array.from({ length: many }, (_, at) => twin(at)) };
}

/** What there is to read of a company once it was released. */
interface Look {
  readonly rows: ReadonlyMap<string, string>;
  readonly pages: ReadonlyMap<string, string>;
}

/** Releases a company as it was told, looks, and takes it back. */
function look({ undoable, release, site, ...seen }: Opened, told: Told, isLookedAt: boolean) {
  return undoable.trying(async (): Promise<Look> => {
    await release(told);
    const rows = await readable(undoable.db);
    const pages = isLookedAt && site !== null ? await everyPage({ site, ...seen }) : nothing;
    return { rows, pages };
  });
}

/** The same for the company as it is, looked at once: its answers have two kinds of twins. */
async function lookAtItself(opened: Opened, told: Told): Promise<Look> {
  const what = told.posted.size > 0 ? "activity" : "answers";
  const before = opened.itself.get(what);
  if (before !== undefined) return before;
  const found = await look(opened, told, opened.site !== null);
  opened.itself.set(what, found);
  return found;
}

describe.for(["answers", "activity", "halves"] as const)("twins in their %s", (kind) => {
  test.for(seeds)(
    "cannot be told from each other, in any row or any byte (company %s)",
    { timeout: 400_000 },
    async (seed) => {
      const company = opened.get(seed);
      if (company === undefined) throw new Error("the company was not opened");
      const { alone, twins } = twinsOf(company.company, kind, pairs[kind] / seeds.length, seed);
      const lookedAt = company.site === null ? 0 : LOOKED_AT;
      const first = await lookAtItself(company, alone);
      expect(first.rows.size).toBeGreaterThan(10);
      expect(first.pages.size > 100).toBe(lookedAt > 0);
      for (const [index, twin] of twins.entries()) {
        const { rows, pages } = await look(company, twin, index < lookedAt);
        expect(differences(first.rows, rows)).toEqual([]);
        if (index < lookedAt) expect(differences(first.pages, pages)).toEqual([]);
      }
    },
  );
});

test("twins that are not hidden are told from each other, so that looking is known to find", {
  timeout: 400_000,
}, async () => {
  const company = opened.get(1);
  if (company === undefined) throw new Error("the company was not opened");
  const base = { ...company.company.told, posted: new Set<number>() };
  const [large] = [[...base.answers].find(([id]) => id <= 23)];
  const changed = new Map(base.answers);
  if (large !== undefined)
    changed.set(
      large[0],
      large[1].map((one) => (one > 3 ? 1 : 5)),
    );
  const before = await lookAtItself(company, base);
  const after = await look(company, { ...base, answers: changed }, true);
  expect(differences(before.rows, after.rows)).toContain("figures.figure");
  expect(differences(before.pages, after.pages)).not.toEqual([]);
});
