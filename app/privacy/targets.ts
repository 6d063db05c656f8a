import type { Family } from "./attack.ts";
import type { Secret } from "./pinned.ts";
import { isQuiet, type Published } from "./published.ts";
import { total } from "./table.ts";

/** People whose count must stay open, and how open. */
export interface Target {
  readonly cells: readonly number[];
  readonly n: number;
  readonly secret: Secret;
}

/** More small siblings than this are not tried in every combination, only with whom they hide. */
const COMBINED = 12;

/**
 * Everybody who has to be protected in a table:
 * - every population under the minimum, which is never shown itself;
 * - everybody who would be counted together under the minimum: small parts of one whole, in every
 *   combination;
 * - who is left when one shown population is taken from another, or all the parts of a whole from it;
 * - every other population, against becoming known to be of one mind, or all but one.
 */
export function targetsOf(
  read: Published,
  { siblings, rests, minimum }: Pick<Family, "siblings" | "rests" | "minimum">,
): readonly Target[] {
  const { table, reading, n } = read;
  const isSmall = (population: number) =>
    (n[population] ?? 0) > 0 && (n[population] ?? 0) < minimum;
  const alone = table.cells.flatMap((cells, population) => {
    if (isSmall(population) || isQuiet(read, population)) return few(read, cells);
    return manyMinded(read, cells);
  });
  const left = rests.flatMap((cells) => {
    const people = total(reading.n, cells);
    if (people === 0) return [];
    return people < minimum ? few(read, cells) : manyMinded(read, cells);
  });
  const together = siblings.flatMap((parts, index) => {
    const small = parts.filter(isSmall);
    const rest = rests[index] ?? [];
    const people = total(reading.n, rest);
    const others = people > 0 && people < minimum ? [rest] : [];
    return small.length + others.length < 2 ? [] : unions(read, small, others, minimum);
  });
  const apart = differences(read, minimum).map((cells) => few(read, cells));
  return [...alone, ...left, ...together, ...apart];
}

function few({ reading }: Published, cells: readonly number[]): Target {
  const n = total(reading.n, cells);
  if (reading.acts) {
    // Nobody may come nearer to how often they did it than half of that.
    const apart = Math.max(5, Math.ceil(total(reading.x, cells) / 2));
    const most = Number.POSITIVE_INFINITY;
    return { cells, n, secret: { apart, apartToReader: 0, most: 0, least: most } };
  }
  // Two of them must be free: whoever is one of them knows an answer already. Where answers are
  // shares of 1, half of that says no more about a person than a whole answer would.
  const person = reading.whole ? 1 : 0.5;
  const apart = Math.min(n, 2) * person;
  return { cells, n, secret: { apart, apartToReader: person, most: 0, least: n } };
}

/** Nothing to protect where enough people answered either way. */
function manyMinded({ reading }: Published, cells: readonly number[]): Target[] {
  const [people, counted] = [total(reading.n, cells), total(reading.x, cells)];
  if (people === 0 || reading.ends === 0) return [];
  const ends = Math.min(reading.ends, people / 2);
  if (counted >= ends && counted <= people - ends) return [];
  const secret = {
    apart: 0,
    apartToReader: 0,
    most: Math.floor(ends),
    least: Math.ceil(people - ends),
  };
  return [{ cells, n: people, secret }];
}

/** Every two or more of them who are fewer than the minimum together, if no two share a cell. */
function unions(
  read: Published,
  small: readonly number[],
  others: readonly (readonly number[])[],
  minimum: number,
): readonly Target[] {
  const { table, reading } = read;
  const sets = [...small.map((population) => table.cells[population] ?? []), ...others];
  const found: Target[] = [];
  const add = (from: number, cells: readonly number[], parts: number) => {
    if (parts > 1) found.push(few(read, cells));
    for (let at = from; at < sets.length; at += 1) {
      const more = sets[at] ?? [];
      const both = [...cells, ...more];
      if (total(reading.n, both) < minimum && !more.some((cell) => cells.includes(cell))) {
        add(at + 1, both, parts + 1);
      }
    }
  };
  if (sets.length <= COMBINED) add(0, [], 0);
  else for (const group of alike(read, small)) if (group.length <= COMBINED) addAll(group);
  function addAll(group: readonly number[]) {
    const cells = group.flatMap((population) => table.cells[population] ?? []);
    const n = total(reading.n, cells);
    if (group.length > 1 && n < minimum) found.push(few(read, cells));
  }
  return found;
}

/**
 * What is left of one shown population when another inside it is taken away, where that is under the
 * minimum: people of a site who are not in its unit, of a whole who are in no other part.
 */
function differences(
  { table, reading, n, showing }: Published,
  minimum: number,
): readonly (readonly number[])[] {
  const found = new Map<string, readonly number[]>();
  table.cells.forEach((cells, population) => {
    if (showing[population] === null) return;
    const shared = new Map<number, number>();
    for (const cell of cells) {
      for (const other of table.populations[cell] ?? []) {
        shared.set(other, (shared.get(other) ?? 0) + (reading.n[cell] ?? 0));
      }
    }
    for (const [other, both] of shared) {
      const left = (n[population] ?? 0) - both;
      if (showing[other] === null || both < (n[other] ?? 0)) continue;
      if (left <= 0 || left >= minimum) continue;
      const rest = cells.filter(
        (cell) => (reading.n[cell] ?? 0) > 0 && !table.populations[cell]?.includes(other),
      );
      found.set(rest.join(" "), rest);
    }
  });
  return [...found.values()];
}

/** Those that are in the same other populations: they hide among themselves. */
function alike({ table }: Published, small: readonly number[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  for (const population of small) {
    const around = (table.cells[population] ?? []).map((cell) =>
      (table.populations[cell] ?? []).filter((other) => other !== population).join(" "),
    );
    const key = [...new Set(around)].toSorted().join("/");
    groups.set(key, [...(groups.get(key) ?? []), population]);
  }
  return [...groups.values()];
}
