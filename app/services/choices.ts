import type { Population } from "#app/model/population.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { nameIn, type Words } from "./around.ts";

/** One line of a list to choose from; `depth` is how far below the first level it hangs. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly depth: number;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** The populations to choose from: the organisation as a tree, then each other cut, by name. */
export function populationChoices(
  populations: readonly Population[],
  words: Words,
): readonly ChoiceGroup[] {
  const cuts = [...new Set(populations.map(({ cut }) => cut))].toSorted(
    (a, b) => rank(a) - rank(b) || words.format.byName(cutName(a, words), cutName(b, words)),
  );
  return cuts.map((cut) => ({
    label: cutName(cut, words),
    choices: inOrder(
      populations.filter((one) => one.cut === cut),
      words,
    ),
  }));
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
function inOrder(populations: readonly Population[], words: Words): readonly Choice[] {
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
