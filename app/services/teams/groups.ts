import type { Population } from "#app/model/population.ts";
import { nameIn, type Words } from "../around.ts";
import { type ChoiceGroup, cutName, inOrder, type Opened } from "../choices.ts";
import { LISTED, namedLike } from "../near.ts";

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
  const byName = (some: readonly Population[]) =>
    some.toSorted((a, b) => words.format.byName(nameIn(words, a), nameIn(words, b)));
  const organised = populations.filter(({ cut }) => cut === "organisation");
  const under = groupedBy(organised, ({ parentKey }) => parentKey);
  const inTree = inOrder(organised, words);
  const labels = new Map(inTree.map(({ value, label }) => [value, label]));
  const parents = new Map(organised.map(({ key, parentKey }) => [key, parentKey]));
  const alike = groupedBy(inTree, ({ label }) => label);
  // Two units may have one name: the unit above tells them apart.
  const named = (value: string, label: string) => {
    const above = labels.get(parents.get(value) ?? "");
    const alone = alike.get(label)?.length === 1;
    return alone || above === undefined ? label : `${label}, ${above}`;
  };
  const units = inTree.map(({ value, label }) => ({
    value,
    label:
      value === "company"
        ? words.t("teams.among.company")
        : words.t("teams.among.unit", { name: named(value, label) }),
    whole: value,
    members: byName(under.get(value) ?? []),
  }));
  const cuts = [...new Set(populations.map(({ cut }) => cut))].filter(
    (cut) => cut !== "organisation",
  );
  const others = cuts.map((cut) => ({
    value: cut,
    label: cutName(cut, words),
    whole: "company",
    members: byName(populations.filter((one) => one.cut === cut && one.parentKey === "company")),
  }));
  return [...units, ...others].filter((group) => group.members.length > 1);
}

/** The groups to choose from: of very many what is near the one looked at, and what is sought. */
export function groupChoices(
  groups: readonly Comparable[],
  { at, find }: Opened,
  words: Words,
): readonly ChoiceGroup[] {
  const asChoice = ({ value, label }: Comparable) => ({ value, label, depth: 0 });
  if (groups.length === 0) return [];
  if (groups.length <= LISTED) return [{ label: "", choices: groups.map(asChoice), isCut: false }];
  const inside = new Set(
    groups
      .filter(({ value }) => value === "company" || at?.path.includes(value))
      .flatMap(({ value, members }) => [value, ...members.map(({ key }) => key)]),
  );
  const near = groups.filter(({ value, whole }) => inside.has(value) || whole !== value);
  const label = words.t("choices.near", {
    cut: words.t("cut.organisation"),
    n: near.length,
    all: groups.length,
  });
  const listed = { label, choices: near.slice(0, LISTED).map(asChoice), isCut: true };
  if (!find) return [listed];
  const found = namedLike(groups, (one) => one.label, find);
  return [
    {
      label: words.t("choices.found", { n: found.length, typed: find }),
      choices: found.slice(0, LISTED).map(asChoice),
      isCut: false,
    },
    listed,
  ];
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

/** What `Map.groupBy` of Node 21 does. */
function groupedBy<K, T>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}
