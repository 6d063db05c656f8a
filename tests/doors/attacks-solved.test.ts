import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "#tests/support/asking.ts";
import { extreme, fits, pinnedTargets } from "#tests/support/attack.ts";
import { people, populationKeys, waveKeys, weekKeys } from "#tests/support/hostile-company.ts";
import {
  answersIn,
  counted,
  isIn,
  knowledgeOf,
  rangeOf,
  readings,
  targetsOf,
} from "#tests/support/hostile-spreadsheet.ts";
import { type HostileWorld, openHostileWorld } from "#tests/support/hostile-world.ts";
import { rowsIn, type ScrapedRow } from "#tests/support/scraped.ts";

/** Fewer people than this are never spoken of. */
const MINIMUM = 5;
const releases = [...waveKeys, ...weekKeys.slice(-2)];

let world: HostileWorld;
/**
 * All an analyst of the whole company takes away: what a manager sees, and what two see together,
 * is a part of it (attacks-shown.test.ts).
 */
let taken: readonly ScrapedRow[];
beforeAll(async () => {
  world = await openHostileWorld();
  const cookie = world.cookie("analyst");
  taken = rowsIn((await ask(`${world.site.address}/exports.csv`, { cookie })).body);
});
afterAll(() => world.drop());

const key = ({ release, population, measure }: ScrapedRow) => `${release} ${population} ${measure}`;

test("the spreadsheet reads the file rightly: every line leaves the truth possible", () => {
  for (const reading of Object.values(readings)) {
    for (const row of taken.filter((one) => one.measure in reading.measures && !one.hidden)) {
      const inside = counted(reading, row.release).filter((person) =>
        isIn(person.populations, row.population),
      );
      const weights = reading.measures[row.measure] ?? {};
      const sum = inside.reduce((total, person) => {
        const truth = reading.truth(person, row.release) ?? {};
        return (
          total + Object.entries(weights).reduce((x, [name, w]) => x + w * (truth[name] ?? 0), 0)
        );
      }, 0);
      const [low, high] = rangeOf(row, inside.length);
      expect([key(row), low <= sum && sum <= high]).toEqual([key(row), true]);
    }
  }
});

describe("P2 P3 P4 P5 P25 · everything anybody can see is put into one system and solved", () => {
  test.for(Object.entries(readings))(
    "nothing of fewer than five people follows about %s",
    { timeout: 240_000 },
    ([, reading]) => {
      for (const release of releases) {
        if (counted(reading, release).length === 0) continue;
        const knowledge = knowledgeOf(reading, release, taken);
        const targets = targetsOf(reading, release, MINIMUM - 1);
        expect(targets.length).toBeGreaterThan(3);
        expect(pinnedTargets(knowledge, targets)).toEqual([]);
      }
    },
  );

  test.for(["trust", "harassed", "participation"])(
    "nor about the others, for somebody among five at most who answered %s too",
    { timeout: 240_000 },
    (name) => {
      const reading = readings[name];
      if (reading === undefined) throw new Error("no such reading");
      for (const release of waveKeys) {
        const knowledge = knowledgeOf(reading, release, taken);
        const targets = targetsOf(reading, release, MINIMUM).filter(({ people }) => people > 1);
        for (const target of targets) {
          for (const part of target.parts) {
            const size = knowledge.most.get(part) ?? 0;
            // Readers know what they answered themselves: what somebody there really did.
            for (const own of answersIn(reading, release, part)) {
              const mine = { parts: new Map([[part, 1]]), low: own, high: size - 1 + own };
              const more = { ...knowledge, published: [...knowledge.published, mine] };
              if (fits(more)) expect(pinnedTargets(more, [target])).toEqual([]);
            }
          }
        }
      }
    },
  );

  test("the same system solves what it should: with one team more it finds the one that is left", () => {
    const reading = readings.trust;
    const [release] = waveKeys;
    if (reading === undefined) throw new Error("no such reading");
    const knowledge = knowledgeOf(reading, release, taken);
    const leaked = ["south-a", "south-b"].map((team) => {
      const parts = [...knowledge.most.keys()].filter((part) => part.includes(`unit:${team} `));
      const sum = people
        .filter((person) => person.team === team)
        .reduce((x, person) => x + (reading.truth(person, release)?.transparent ?? 0), 0);
      return { parts: new Map(parts.map((part) => [part, 1])), low: sum, high: sum };
    });
    const more = { ...knowledge, published: [...knowledge.published, ...leaked] };
    const targets = targetsOf(reading, release, MINIMUM - 1);
    expect(pinnedTargets(more, targets).join()).toContain("unit:south-c is 1");
  });
});

test("P13 · of a team of one mind, or with one dissenter, nobody learns that it is", () => {
  for (const release of releases) {
    for (const reading of Object.values(readings)) {
      const knowledge = knowledgeOf(reading, release, taken);
      for (const population of populationKeys) {
        const inside = counted(reading, release).filter((one) =>
          one.populations.includes(population),
        );
        if (inside.length < MINIMUM || inside.length >= 20) continue;
        for (const { name, most } of reading.blocks) {
          const parts = new Set(
            [...knowledge.most.keys()].filter(
              (part) => part.startsWith(`${name} `) && part.split(" ").includes(population),
            ),
          );
          const least = extreme("Minimize", knowledge, parts);
          const highest = extreme("Maximize", knowledge, parts);
          const isOfOneMind = least <= 1 || highest >= inside.length * most - 1;
          const told = `${release} ${name} of ${population} is ${least}`;
          expect([told, least === highest && isOfOneMind]).toEqual([told, false]);
        }
      }
    }
  }
});
