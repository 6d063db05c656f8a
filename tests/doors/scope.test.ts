import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { headlineMeasures } from "#app/model/measure.ts";
import { ask, told } from "#tests/support/asking.ts";
import { outcomeOf, ways, written } from "#tests/support/doors.ts";
import { populationKeys, teams } from "#tests/support/hostile-company.ts";
import {
  type HostileWorld,
  openHostileWorld,
  viewers,
  type Who,
} from "#tests/support/hostile-world.ts";
import { rowsIn } from "#tests/support/scraped.ts";

let world: HostileWorld;
beforeAll(async () => {
  world = await openHostileWorld();
});
afterAll(() => world.drop());

/** What a unit of the hostile company is in, from itself up. */
function lineage(key: string): readonly string[] {
  if (key === "company") return [key];
  if (!key.startsWith("unit:")) return [key, "company"];
  const above = teams[key.slice("unit:".length)]?.within;
  return [key, ...(key === "unit:top" ? ["company"] : lineage(`unit:${above ?? "top"}`))];
}

type Sight = "everything" | "headlines" | "nothing";

/**
 * What somebody may see of a population, said here a second time and not with the product's own
 * rule: what is theirs whole, the headlines of what is above it and next to it, of the rest nothing.
 */
function sightOf(who: Exclude<Who, "nobody">, key: string): Sight {
  const [scope] = viewers[who].scopes;
  if (scope === undefined || /^(administrator|auditor|moderator)$/.test(who)) return "nothing";
  if (lineage(key).includes(scope.key)) return "everything";
  const [, ...above] = lineage(scope.key);
  const isNext = key.split(":")[0] === scope.key.split(":")[0] && lineage(key)[1] === above[0];
  return above.includes(key) || isNext ? "headlines" : "nothing";
}

const scoped = ["siteDirector", "manager", "southManager", "smallManager", "northAnalyst"] as const;
const others = [
  "director",
  "analyst",
  "unscopedAnalyst",
  "administrator",
  "auditor",
  "moderator",
] as const;

describe("what leaves in a file is what the scope reaches, and no line more", () => {
  test.for(["director", "siteDirector", "analyst", "northAnalyst", "unscopedAnalyst"] as const)(
    "for a %s",
    async (who) => {
      const file = await ask(`${world.site.address}/exports.csv`, { cookie: world.cookie(who) });
      const rows = rowsIn(file.body);
      expect(rows.length > 0).toBe(who !== "unscopedAnalyst");
      for (const { population, measure } of rows) {
        const isHeadline = headlineMeasures.some((one) => one === measure);
        expect([population, measure, sightOf(who, population)]).toEqual([
          population,
          measure,
          isHeadline ? expect.stringMatching("everything|headlines") : "everything",
        ]);
      }
      const named = new Set(rows.map(({ population }) => population));
      const expected = populationKeys.filter((key) => sightOf(who, key) !== "nothing");
      expect([...named].toSorted()).toEqual(expected.toSorted());
    },
  );
});

/** The parameters that name a population, on the pages that have them. */
const asking = [
  { address: "/", parameter: "population" },
  { address: "/adoption", parameter: "population" },
  { address: "/teams", parameter: "among" },
] as const;

describe("what is outside the scope answers exactly like what does not exist", () => {
  test.for([...scoped, ...others])("for a %s, on every page, to the byte", async (who) => {
    let tried = 0;
    for (const { address, parameter } of asking) {
      for (const way of ways) {
        for (const key of populationKeys.filter((one) => sightOf(who, one) === "nothing")) {
          const name = key.slice(key.lastIndexOf(":") + 1);
          const nowhere = "q".repeat(name.length);
          const answers = await Promise.all(
            [key, key.replace(name, nowhere)].map((one) =>
              ask(world.site.address + written(address, way, `?${parameter}=${one}`), {
                cookie: world.cookie(who),
              }),
            ),
          );
          const [there, nothing] = answers.map((answer) => told(answer, { [name]: nowhere }));
          expect(there).toBe(nothing);
          expect(["missing", "to /networks", "to /moderation"]).toContain(
            outcomeOf(answers[0] ?? neverAsked),
          );
          tried += 1;
        }
      }
    }
    expect(tried > 0).toBe(!["director", "analyst"].includes(who));
  });

  test("a wave there is none of, a week, a cut and a measure: each alike for whoever asks", async () => {
    const pairs = [
      ["/?wave=2026-03x", "/?wave=2026-06x", "missing"],
      ["/teams?wave=2026-03x", "/teams?wave=2026-06x", "missing"],
      ["/exports.csv?content=wave:2026-0x", "/exports.csv?content=wave:2026-0y", "missing"],
    ] as const;
    for (const [one, other, outcome] of pairs) {
      const cookie = world.cookie("northAnalyst");
      const answers = await Promise.all(
        [one, other].map((path) => ask(world.site.address + path, { cookie })),
      );
      const [first, second] = answers.map((answer) =>
        told(answer, { "2026-03x": "2026-06x", "2026-0x": "2026-0y" }),
      );
      expect(first).toBe(second);
      expect(outcomeOf(answers[0] ?? neverAsked)).toBe(outcome);
    }
  });

  test("a finer measure of next door makes the file that a measure nobody has makes", async () => {
    const cookie = world.cookie("northAnalyst");
    const take = (search: string) => ask(`${world.site.address}/exports.csv${search}`, { cookie });
    const [site, nowhere] = await Promise.all([take("?cut=site"), take("?cut=zzzz")]);
    expect(told(site)).toBe(told(nowhere));
    const finer = rowsIn((await take("?measure=question:informed")).body);
    expect(finer.length).toBeGreaterThan(0);
    expect(finer.filter(({ population }) => !lineage(population).includes("unit:north"))).toEqual(
      [],
    );
  });
});

test("no page names, in any attribute or script, a population outside the scope of who reads it", async () => {
  for (const who of scoped) {
    const unseen = populationKeys.filter((key) => sightOf(who, key) === "nothing");
    for (const address of ["/", "/teams", "/adoption", "/exports", "/account", "/methods"]) {
      for (const way of ways) {
        const { body } = await ask(world.site.address + written(address, way), {
          cookie: world.cookie(who),
        });
        const text = body.replaceAll("%3A", ":");
        const names = unseen.filter((key) => new RegExp(`${key}\\b(?!-)`, "i").test(text));
        expect([who, address, way, names]).toEqual([who, address, way, []]);
      }
    }
  }
});

test("an administrator and an auditor find no figure and no population on any page of theirs", async () => {
  for (const who of ["administrator", "auditor"] as const) {
    for (const address of ["/networks", "/accounts", "/account", "/promise", "/methods"]) {
      const { body } = await ask(world.site.address + address, { cookie: world.cookie(who) });
      expect(populationKeys.filter((key) => key !== "company" && body.includes(key))).toEqual([]);
    }
  }
});

test("a session that ended, or that nobody began, is nobody's", async () => {
  const cookie = world.cookie("director") ?? "";
  for (const forged of [`${cookie}x`, "session=director", cookie.replace("=", "=e30.")]) {
    expect(outcomeOf(await ask(`${world.site.address}/exports.csv`, { cookie: forged }))).toBe(
      "to /sign-in",
    );
  }
  await world.owner
    .updateTable("records.viewer")
    .set({ disabledAt: new Date("2026-07-01") })
    .where("email", "=", "smallmanager@hostile.example")
    .execute();
  const disabled = await ask(`${world.site.address}/teams`, {
    cookie: world.cookie("smallManager"),
  });
  expect(outcomeOf(disabled)).toBe("to /sign-in");
});

const neverAsked = { status: 0, reason: "", headers: [], body: "" };
