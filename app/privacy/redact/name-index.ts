import { particles } from "./common-words.ts";
import { folded } from "./plain-text.ts";

/** The names of the directory as they are looked for: without accents, capitals or hyphens. */
export interface NameIndex {
  /** Each word of each name. */
  readonly words: ReadonlySet<string>;
  /** Words of one name that follow each other, written as one: `jeanpierre`, `legoff`, `adaquai`. */
  readonly runs: ReadonlySet<string>;
  /** Words of sites and units: towns, which are also names. */
  readonly places: ReadonlySet<string>;
}

/** More words than this in a row are looked for one by one. */
export const LONGEST_RUN = 4;

export function indexNames(names: Iterable<string>, places: Iterable<string>): NameIndex {
  const words = new Set<string>();
  const runs = new Set<string>();
  for (const name of names) {
    const parts = partsOf(name);
    for (const part of parts) if (part.length > 1 && !particles.has(part)) words.add(part);
    for (let from = 0; from < parts.length; from += 1) {
      for (let to = from + 2; to <= Math.min(parts.length, from + LONGEST_RUN); to += 1) {
        addRun(runs, parts.slice(from, to));
      }
    }
    // Files write the family name first, people the other way round.
    const [first, last] = [parts[0], parts.at(-1)];
    if (first && last && parts.length > 1) addRun(runs, [last, first]);
  }
  return { words, runs, places: new Set([...places].flatMap(townsIn)) };
}

/** The words of a name. */
export function partsOf(name: string): readonly string[] {
  return folded(name).match(/\p{L}+/gu) ?? [];
}

/** Of Saint-Étienne nothing: alone, Étienne is somebody. */
function townsIn(place: string): readonly string[] {
  return partsOf(place).filter((_, at, parts) => !saint.test(parts[at - 1] ?? ""));
}

/** What makes a first name a town. */
export const saint = /^(saint|sainte|st|ste|san|santa)$/;

function addRun(runs: Set<string>, parts: readonly string[]): void {
  if (parts.some((part) => part.length > 1 && !particles.has(part))) runs.add(parts.join(""));
}
