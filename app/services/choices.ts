import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { nameIn, type Words } from "./around.ts";
import { LISTED, namedLike, nearTo } from "./near.ts";

/** One line of a list to choose from; `depth` is how far below the first level it hangs. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly depth: number;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Only some are listed: the others are found by their names. */
  readonly isCut: boolean;
}

/** Where a long list is opened, and what is sought in it. */
export interface Opened {
  readonly at: Population | null;
  readonly find?: string | null | undefined;
}

/**
 * The populations to choose from: the organisation as a tree, then each other cut, by name. Of what
 * is too long to list only what is near, and what is sought.
 */
export function populationChoices(
  populations: readonly Population[],
  words: Words,
  { at, find }: Opened = { at: null },
): readonly ChoiceGroup[] {
  const path = at?.path ?? [];
  const cuts = [...new Set(populations.map(({ cut }) => cut))].toSorted(
    (a, b) => rank(a) - rank(b) || words.format.byName(cutName(a, words), cutName(b, words)),
  );
  const groups = cuts.map((cut) => {
    const all = populations.filter((one) => one.cut === cut);
    const listed = inOrder(nearTo(all, path), words).filter(
      ({ value }, place) => place < LISTED || path.includes(value),
    );
    const name = cutName(cut, words);
    const isCut = listed.length < all.length;
    const label = isCut
      ? words.t("choices.near", { cut: name, n: listed.length, all: all.length })
      : name;
    return { label, choices: listed, isCut };
  });
  const isCut = groups.some((group) => group.isCut);
  return isCut && find ? [foundAmong(populations, find, words), ...groups] : groups;
}

/** What somebody sought by its name, each with what it is part of. */
function foundAmong(populations: readonly Population[], find: string, words: Words): ChoiceGroup {
  const names = new Map(populations.map((one) => [one.key, nameIn(words, one)]));
  const found = namedLike(populations, (one) => nameIn(words, one), find);
  return {
    label: words.t("choices.found", { n: found.length, typed: find }),
    isCut: false,
    choices: found.slice(0, LISTED).map((one) => {
      const above = one.parentKey === "company" ? undefined : names.get(one.parentKey ?? "");
      const name = nameIn(words, one);
      return { value: one.key, label: above === undefined ? name : `${name}, ${above}`, depth: 0 };
    }),
  };
}

/** What a way of cutting the company is called; one the company added goes by its own key. */
export function cutName(cut: string, { t }: Words): string {
  switch (cut) {
    case "organisation":
    case "site":
    case "work":
    case "place":
    case "shift":
    case "contract":
    case "job-family":
    case "country":
      return t(`cut.${cut}`);
    default:
      return cut;
  }
}

/** Where a viewer starts: the whole company, or the first part of it that is theirs. */
export function startingPopulation(
  viewer: Viewer,
  populations: readonly Population[],
): Population | null {
  const find = (key: string) => populations.find((one) => one.key === key);
  if (viewer.scopes.some(({ kind }) => kind === "company")) return find("company") ?? null;
  for (const { key } of viewer.scopes) {
    const own = find(key);
    if (own) return own;
  }
  return find("company") ?? null;
}

const foremost = ["organisation", "site", "work"];

function rank(cut: string): number {
  return foremost.includes(cut) ? foremost.indexOf(cut) : foremost.length;
}

/** Parents before their children, names in alphabetical order among siblings. */
export function inOrder(populations: readonly Population[], words: Words): readonly Choice[] {
  const names = new Map(populations.map((one) => [one.key, nameIn(words, one)]));
  const shallowest = Math.min(...populations.map(({ path }) => path.length));
  const label = (path: readonly string[]) => path.map((key) => names.get(key) ?? key);
  return populations
    .toSorted((a, b) => {
      const [one, other] = [label(a.path), label(b.path)];
      for (const [index, name] of one.entries()) {
        const against = other[index];
        if (against === undefined) return 1;
        const order = words.format.byName(name, against);
        if (order !== 0) return order;
      }
      return one.length - other.length;
    })
    .map(({ key, path }) => ({
      value: key,
      label: key === "company" ? words.t("population.company") : (names.get(key) ?? key),
      depth: path.length - shallowest,
    }));
}
