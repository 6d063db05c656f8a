import type { Population } from "#app/model/population.ts";
import { nameIn, type Words } from "../around.ts";
import { type Choice, cutName, populationChoices } from "../choices.ts";

/** Populations that can stand side by side: parts of one unit, or one way of cutting the company. */
export interface Comparable {
  readonly value: string;
  readonly label: string;
  /** What the members are parts of: each is compared with the rest of it. */
  readonly whole: string;
  readonly members: readonly Population[];
}

/** More than this does not fit beside each other, on a screen or in a head. */
export const SIDE_BY_SIDE = 6;

/** Every group of at least two that this viewer may see, the organisation first, from the top. */
export function comparables(
  populations: readonly Population[],
  words: Words,
): readonly Comparable[] {
  const members = (keep: (one: Population) => boolean) =>
    populations
      .filter(keep)
      .toSorted((a, b) => words.format.byName(nameIn(words, a), nameIn(words, b)));
  const inTree: readonly Choice[] = populationChoices(
    populations.filter(({ cut }) => cut === "organisation"),
    words,
  ).flatMap(({ choices }) => choices);
  const labels = new Map(inTree.map(({ value, label }) => [value, label]));
  // Two units may have one name: the unit above tells them apart.
  const named = (value: string, label: string) => {
    const above = labels.get(populations.find(({ key }) => key === value)?.parentKey ?? "");
    const alone = inTree.filter((one) => one.label === label).length === 1;
    return alone || above === undefined ? label : `${label}, ${above}`;
  };
  const units = inTree.map(({ value, label }) => ({
    value,
    label:
      value === "company"
        ? words.t("teams.among.company")
        : words.t("teams.among.unit", { name: named(value, label) }),
    whole: value,
    members: members((one) => one.cut === "organisation" && one.parentKey === value),
  }));
  const cuts = [...new Set(populations.map(({ cut }) => cut))].filter(
    (cut) => cut !== "organisation",
  );
  const others = cuts.map((cut) => ({
    value: cut,
    label: cutName(cut, words),
    whole: "company",
    members: members((one) => one.cut === cut && one.parentKey === "company"),
  }));
  return [...units, ...others].filter((group) => group.members.length > 1);
}

/** Where a viewer starts: the parts of what is theirs, or theirs among its neighbours. */
export function startingGroup(
  groups: readonly Comparable[],
  own: Population | null,
): Comparable | null {
  return (
    groups.find(({ value }) => value === own?.key) ??
    groups.find(({ members }) => members.some(({ key }) => key === own?.key)) ??
    groups[0] ??
    null
  );
}
