import type { Knowledge, Known, Target } from "./attack.ts";
import {
  answersOf,
  type Person,
  people,
  populationKeys,
  posts,
  questions,
  type WaveKey,
  waveKeys,
} from "./hostile-company.ts";
import type { ScrapedRow } from "./scraped.ts";

/** What of a person is added up in one measure, when they count in it at all. */
interface Reading {
  /** Names of what is added up, each with how much of it one person can have. */
  readonly blocks: readonly { readonly name: string; readonly most: number }[];
  /** Measures, and how much of each block goes into them. */
  readonly measures: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Who counts, and what they have of each block: what an attacker is not to find out. */
  readonly truth: (person: Person, release: string) => Readonly<Record<string, number>> | null;
}

const isWave = (release: string): release is WaveKey => waveKeys.some((key) => key === release);
const answered = (person: Person, release: string, items: readonly string[]) => {
  const told = isWave(release) ? answersOf(person, release) : null;
  if (told === null) return null;
  return Object.fromEntries(
    items.map((item) => {
      const at = questions.findIndex((one) => one.item === item);
      const answer = told[at] ?? 0;
      return [item, item === "stay" ? answer : answer > 3 ? 1 : 0];
    }),
  );
};

/** Measures that are made of the same answers are attacked together. */
export const readings: Readonly<Record<string, Reading>> = {
  trust: {
    blocks: [{ name: "transparent", most: 1 }],
    measures: { trust: { transparent: 1 }, "question:transparent": { transparent: 1 } },
    truth: (person, release) => answered(person, release, ["transparent"]),
  },
  connection: {
    blocks: [
      { name: "informed", most: 1 },
      { name: "heard", most: 1 },
    ],
    measures: {
      connection: { informed: 0.5, heard: 0.5 },
      "question:informed": { informed: 1 },
      "question:heard": { heard: 1 },
    },
    truth: (person, release) => answered(person, release, ["informed", "heard"]),
  },
  harassed: {
    blocks: [{ name: "harassed", most: 1 }],
    measures: { "question:harassed": { harassed: 1 } },
    truth: (person, release) => answered(person, release, ["harassed"]),
  },
  stay: {
    blocks: [{ name: "stay", most: 10 }],
    measures: { "question:stay": { stay: 1 } },
    truth: (person, release) => answered(person, release, ["stay"]),
  },
  participation: {
    blocks: [{ name: "answered", most: 1 }],
    measures: { participation: { answered: 1 } },
    truth: (person, release) =>
      isWave(release) ? { answered: answersOf(person, release) === null ? 0 : 1 } : null,
  },
  activity: {
    blocks: [{ name: "posted", most: 1 }],
    measures: { active: { posted: 1 }, adoption: { posted: 1 } },
    truth: (person, release) => (isWave(release) ? null : { posted: posts(person) ? 1 : 0 }),
  },
};

/** Whether somebody in these populations is in one of a key: that of a segment in a unit names both. */
export function isIn(populations: readonly string[], key: string): boolean {
  return key.split("/").every((one) => populations.includes(one));
}

/** People who are in the same populations: nothing published tells them apart. */
const cellOf = (person: Person) => person.populations.join(" ");

/** Who counts in one release of a reading. */
export function counted(reading: Reading, release: string): readonly Person[] {
  return people.filter((person) => reading.truth(person, release) !== null);
}

/** The lines of a file that speak of one reading, as sums over the cells. */
export function knowledgeOf(
  reading: Reading,
  release: string,
  rows: readonly ScrapedRow[],
): Knowledge {
  const sizes = new Map<string, number>();
  for (const person of counted(reading, release)) {
    sizes.set(cellOf(person), (sizes.get(cellOf(person)) ?? 0) + 1);
  }
  const published = rows
    .filter((row) => row.release === release && row.measure in reading.measures && !row.hidden)
    .map((row): Known => {
      const inside = [...sizes].filter(([cell]) => isIn(cell.split(" "), row.population));
      const n = inside.reduce((sum, [, size]) => sum + size, 0);
      const weights = Object.entries(reading.measures[row.measure] ?? {});
      const [low, high] = rangeOf(row, n);
      const parts = inside.flatMap(([cell]) =>
        weights.map(([block, weight]) => [`${block} ${cell}`, weight] as const),
      );
      return { parts: new Map(parts), low, high };
    });
  const most = [...sizes].flatMap(([cell, size]) =>
    reading.blocks.map((block) => [`${block.name} ${cell}`, block.most * size] as const),
  );
  return { most: new Map(most), published };
}

const NEARLY = 1e-6;

/** Ends of ranges are written with six decimals. */
const WRITTEN = 2e-6;

/**
 * The sums a line leaves possible to somebody who knows how many people it speaks of, and how values
 * are rounded: all that its range holds, without the upper edge of a band, which is the next one's;
 * or the sum itself where it is exact.
 */
export function rangeOf({ cells }: ScrapedRow, n: number): readonly [number, number] {
  const exact = Number(cells.value_exact);
  if (cells.value_exact !== "") return [exact * n - NEARLY, exact * n + NEARLY];
  const [least, most] = [Number(cells.value_least), Number(cells.value_most)];
  const isBand = cells.form === "share" && least > 0 && most < 1;
  return [(least - WRITTEN) * n, (isBand ? most - WRITTEN : most + WRITTEN) * n];
}

/** Every population, and what two of them have and do not have in common, of so few people. */
export function targetsOf(
  reading: Reading,
  release: string,
  most: number,
): readonly (Target & { readonly people: number })[] {
  const all = counted(reading, release);
  const members = new Map(
    populationKeys.map((key) => [key, all.filter((one) => one.populations.includes(key))]),
  );
  const groups = new Map<string, readonly Person[]>();
  const add = (name: string, group: readonly Person[]) => {
    const print = group.map(({ id }) => id).join();
    if (group.length > 0 && group.length <= most && !groups.has(print)) groups.set(print, group);
    if (groups.get(print) === group) names.set(print, name);
  };
  const names = new Map<string, string>();
  for (const [one, first] of members) {
    add(one, first);
    for (const [other, second] of members) {
      add(
        `${one} and ${other}`,
        first.filter((person) => second.includes(person)),
      );
      add(
        `${one} without ${other}`,
        first.filter((person) => !second.includes(person)),
      );
      if (first.length + second.length <= most) add(`${one} with ${other}`, union(first, second));
    }
  }
  return [...groups].flatMap(([print, group]) =>
    reading.blocks.map(({ name }) => ({
      name: `${release} ${name} of ${names.get(print)}`,
      people: group.length,
      parts: new Set(group.map((person) => `${name} ${cellOf(person)}`)),
    })),
  );
}

function union(first: readonly Person[], second: readonly Person[]): readonly Person[] {
  return [...new Set([...first, ...second])].toSorted((a, b) => a.id - b.id);
}

/** What people of one cell answered: everything one of them can have answered themselves. */
export function answersIn(reading: Reading, release: string, part: string): readonly number[] {
  const told = counted(reading, release).map((person) => ({
    cell: cellOf(person),
    truth: reading.truth(person, release) ?? {},
  }));
  const own = told.flatMap(({ cell, truth }) =>
    Object.entries(truth).flatMap(([block, answer]) => (part === `${block} ${cell}` ? answer : [])),
  );
  return [...new Set(own)];
}
