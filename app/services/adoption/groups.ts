import { type GroupSize, type GroupState, groupSizes, groupStates } from "#app/model/group-life.ts";
import type { DisclosedGroups } from "#app/privacy/adoption-gate.ts";
import type { Words } from "../around.ts";
import { type AskedGroups, everyGroup, openGroupsOf } from "./open-groups.ts";

/** So many closed groups of one purpose and one size. */
export interface ClosedKind {
  readonly purpose: string | null;
  readonly size: GroupSize | null;
  readonly groups: number;
}

/** How groups live, week by week and as they stand; null where nothing is known for this viewer. */
export function groupsOf(
  weeks: readonly DisclosedGroups[],
  words: Words,
  asked: AskedGroups = everyGroup,
) {
  const newest = weeks.at(-1);
  if (newest === undefined) return null;
  const total = (one: DisclosedGroups, privacy: string, state: GroupState | null) =>
    one.totals.find((row) => row.privacy === privacy && row.state === state) ?? null;
  const open = (one: DisclosedGroups, state: GroupState) => total(one, "open", state)?.least ?? 0;
  const say = (privacy: "closed" | "secret") => sayRange(total(newest, privacy, null), words);
  const known = groupStates.map((state) => [state, open(newest, state)] as const);
  const counts = Object.fromEntries(known) as Record<GroupState, number>;
  return {
    week: newest.week,
    /** A stack a week, in the order of the states, from when states were first known. */
    weeks: weeks
      .map((one) => ({ week: one.week, counts: groupStates.map((state) => open(one, state)) }))
      .filter(({ counts }) => counts.some((count) => count > 0)),
    open: openGroupsOf(newest.open, asked, words),
    closed: newest.closed && closedKinds(newest.closed),
    closedStates: groupStates.map((state) => ({
      state,
      groups: sayRange(total(newest, "closed", state), words),
    })),
    sentence: words.t("adoption.life.sentence", {
      all: total(newest, "open", null)?.least ?? 0,
      ...counts,
    }),
    caption: words.t("adoption.life.caption"),
    definition: words.t("adoption.life.definition.text"),
    closedCaption: words.t("adoption.life.closed.caption"),
    other: words.t("adoption.life.other", { closed: say("closed"), secret: say("secret") }),
  };
}

interface Counted {
  readonly least: number;
  readonly most: number;
}

/** `12`, `fewer than 5` or `5 to 9`. */
function sayRange(total: Counted | null, { t, format }: Words): string {
  if (total === null) return t("figure.notSupplied");
  const { least, most } = total;
  if (least === most) return format.count(least);
  if (least === 0) return t("adoption.life.fewer", { n: most + 1 });
  return t("figure.fromTo", { low: format.count(least), high: format.count(most) });
}

/** Closed groups that look the same are one line, with how many there are. */
function closedKinds(groups: NonNullable<DisclosedGroups["closed"]>): readonly ClosedKind[] {
  const kinds = new Map<string, ClosedKind>();
  for (const { purpose, size } of groups) {
    const key = `${purpose} ${size}`;
    kinds.set(key, { purpose, size, groups: (kinds.get(key)?.groups ?? 0) + 1 });
  }
  const place = ({ size }: ClosedKind) => (size === null ? -1 : groupSizes.indexOf(size));
  return [...kinds.values()].toSorted(
    (a, b) => (a.purpose ?? "~").localeCompare(b.purpose ?? "~") || place(b) - place(a),
  );
}
