import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ask } from "#tests/support/asking.ts";
import { doors, written } from "#tests/support/doors.ts";
import {
  people,
  populationKeys,
  posts,
  waveKeys,
  weekKeys,
} from "#tests/support/hostile-company.ts";
import { counted, isIn, readings } from "#tests/support/hostile-spreadsheet.ts";
import { type HostileWorld, openHostileWorld, type Who } from "#tests/support/hostile-world.ts";
import { figuresIn, type SentFigure } from "#tests/support/payload.ts";
import { rowsIn, type ScrapedRow } from "#tests/support/scraped.ts";

/** Fewer people than this are never spoken of. */
const MINIMUM = 5;
const releases = [...waveKeys, ...weekKeys.slice(-2)];

let world: HostileWorld;
/** All a director or an analyst of the whole company can take away: nobody sees more. */
let taken: readonly ScrapedRow[];
beforeAll(async () => {
  world = await openHostileWorld();
  taken = rowsIn(await take("analyst", "/exports.csv"));
});
afterAll(() => world.drop());
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});

async function take(who: Who, path: string): Promise<string> {
  return (await ask(world.site.address + path, { cookie: world.cookie(who) })).body;
}

/** Everything the scripts of every page are sent, page by page and population by population. */
async function everythingSent(who: Who): Promise<readonly SentFigure[]> {
  const searches: Readonly<Record<string, readonly string[]>> = {
    "/": ["", ...populationKeys.map((key) => `?population=${key}`), "?wave=2026-03&by=site"],
    "/adoption": ["", ...populationKeys.map((key) => `?population=${key}&weeks=all`)],
    "/teams": ["", "?among=unit:top", "?among=unit:north", "?among=unit:south&second=trust"],
  };
  const sent: SentFigure[] = [];
  for (const { path, address } of doors) {
    for (const search of searches[path] ?? [""]) {
      const body = await take(who, written(address, "scripts", search));
      if (body.startsWith("[")) sent.push(...figuresIn(body));
    }
  }
  return sent;
}

const key = ({ release, population, measure }: SentFigure | ScrapedRow) =>
  `${release} ${population} ${measure}`;

describe("P1 · a small group is asked for at every door", () => {
  test("nothing is written of it in the file: no value, no n, no interval", () => {
    for (const release of releases) {
      for (const [name, reading] of Object.entries(readings)) {
        const all = counted(reading, release);
        const few = populationKeys.filter(
          (one) => all.filter((person) => person.populations.includes(one)).length < MINIMUM,
        );
        const rows = taken.filter(
          (row) =>
            row.release === release &&
            few.includes(row.population) &&
            row.measure in reading.measures,
        );
        if (all.length > 0) expect([name, rows.length]).not.toEqual([name, 0]);
        for (const { cells, hidden } of rows) {
          expect(hidden).toBe(true);
          const { n, value, value_exact, value_least, value_most, low, high, form } = cells;
          const written = [n, value, value_exact, value_least, value_most, low, high, form];
          expect(written.join("")).toBe("");
        }
      }
    }
  });

  test("no page sends its scripts a figure that the file does not hold, nor one finer", async () => {
    const file = new Map(taken.map((row) => [key(row), row]));
    let seen = 0;
    const lookers = ["director", "siteDirector", "manager", "smallManager", "auditor"] as const;
    for (const who of lookers) {
      for (const figure of await everythingSent(who)) {
        const row = file.get(key(figure));
        expect([who, key(figure), row?.hidden]).toEqual([who, key(figure), figure.value === null]);
        if (figure.value === null || row === undefined) continue;
        const { value, within, low, high } = JSON.parse(figure.value);
        const { value_exact, value_least, value_most } = row.cells;
        const [least, most] = within ?? [null, null];
        const sent = [within === null ? value : null, least, most, low, high];
        expect(sent.map((one) => String(one ?? ""))).toEqual([
          ...[value_exact, value_least, value_most],
          ...[row.cells.low, row.cells.high],
        ]);
        // Of a range nothing but its middle is sent beside it.
        if (within !== null) expect(value).toBeCloseTo((least + most) / 2, 5);
        seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(300);
  }, 240_000);
});

test("P14 · of fewer than ten answers there is no mean, and nothing else beside the share", () => {
  const moments = taken.filter(({ cells, hidden }) => !hidden && cells.form === "mean");
  expect(moments.length).toBeGreaterThan(0);
  for (const row of moments) {
    const reading = readings.stay;
    const inside = counted(reading ?? never, row.release).filter((one) =>
      isIn(one.populations, row.population),
    );
    expect(inside.length).toBeGreaterThanOrEqual(10);
  }
  expect(Object.keys(taken[0]?.cells ?? {}).join()).not.toMatch(
    /median|deviation|variance|histogram/,
  );
});

test("P24 · of a team of six in which one posts, nothing says that anybody does", () => {
  expect(people.filter((person) => person.team === "east-c" && posts(person))).toHaveLength(1);
  const rows = taken.filter(
    ({ population, release }) => population === "unit:east-c" && weekKeys.includes(release),
  );
  expect(new Set(rows.map(({ release }) => release)).size).toBe(weekKeys.length);
  expect(rows.filter(({ hidden }) => !hidden)).toEqual([]);
});

const never = { blocks: [], measures: {}, truth: () => null };
