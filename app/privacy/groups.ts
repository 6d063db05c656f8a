import { type GroupSize, type GroupState, groupSize, groupStates } from "#app/model/group-life.ts";
import { type GroupLife, groupState } from "#app/statistics/group-life.ts";
import type { Thresholds } from "./policy.ts";

/** A group as it was counted, before anybody has judged it. */
export interface CountedGroup extends GroupLife {
  readonly network: string;
  readonly privacy: "open" | "closed" | "secret";
  readonly purpose: string | null;
  /** Of an open group alone. */
  readonly name: string | null;
  /** Its network has been read for all of the 56 days. */
  readonly hasPast: boolean;
}

export interface OpenGroup {
  readonly network: string;
  readonly name: string;
  readonly purpose: string | null;
  readonly size: GroupSize | null;
  /** Null where too few people are in it, or too little is known, for anything to be said. */
  readonly state: GroupState | null;
}

/** All that is ever said of one closed group, and to whom it may be said. */
export type ClosedGroup = Pick<OpenGroup, "purpose" | "size">;

/** How many groups there are of a kind; of a state, or of all where that is null. */
export interface GroupTotal {
  readonly privacy: CountedGroup["privacy"];
  readonly state: GroupState | null;
  readonly least: number;
  readonly most: number;
}

export interface JudgedGroups {
  readonly open: readonly OpenGroup[];
  readonly closed: readonly ClosedGroup[];
  readonly totals: readonly GroupTotal[];
}

/** Groups behind a door are counted by fives: one more or less is not seen. */
const FIVE = 5;

/**
 * What may be said of a company's groups. An open group is named, and its state told from ten
 * members on (or where nobody knows them): `silent` does not tell nobody from a few, and no count
 * of people comes with it. A closed group has a purpose and a size. A secret one is never listed:
 * how many there are is told by fives. Both lists are in an order that tells nothing.
 */
export function judgeGroups(groups: readonly CountedGroup[], thresholds: Thresholds): JudgedGroups {
  const judged = groups.map((group) => ({ ...group, state: stateTold(group, thresholds) }));
  const named = judged.flatMap(({ privacy, network, name, purpose, members, state }) =>
    privacy === "open" && name !== null
      ? [{ network, name, purpose, size: groupSize(members), state }]
      : [],
  );
  const closed = judged
    .filter(({ privacy }) => privacy === "closed")
    .map(({ purpose, members }) => ({ purpose, size: groupSize(members) }));
  const key = ({ purpose, size }: ClosedGroup) => `${purpose ?? ""} ${size ?? ""}`;
  return {
    open: inOrder(named, ({ name, network }) => `${name} ${network}`),
    closed: inOrder(closed, key),
    totals: groups.length === 0 ? [] : totalsOf(judged),
  };
}

function stateTold(group: CountedGroup, { means, contributors }: Thresholds): GroupState | null {
  if (group.members !== null && group.members < means) return null;
  const state = groupState(group, contributors);
  // Whether a group moves is not known of a network that was not read before.
  return state === "new" || group.hasPast ? state : null;
}

function totalsOf(
  groups: readonly { readonly privacy: string; readonly state: GroupState | null }[],
): readonly GroupTotal[] {
  const count = (privacy: string, state?: GroupState) =>
    groups.filter((one) => one.privacy === privacy && (state === undefined || one.state === state))
      .length;
  return [
    { privacy: "open", state: null, ...exactly(count("open")) },
    { privacy: "closed", state: null, ...exactly(count("closed")) },
    { privacy: "secret", state: null, ...byFives(count("secret")) },
    ...groupStates.flatMap((state): GroupTotal[] => [
      { privacy: "open", state, ...exactly(count("open", state)) },
      { privacy: "closed", state, ...byFives(count("closed", state)) },
    ]),
  ];
}

function exactly(count: number) {
  return { least: count, most: count };
}

function byFives(count: number) {
  const least = Math.floor(count / FIVE) * FIVE;
  return { least, most: least + FIVE - 1 };
}

/** By code unit: the same order wherever it is made. */
function inOrder<One>(list: readonly One[], key: (one: One) => string): readonly One[] {
  return list.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
