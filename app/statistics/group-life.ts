import binomialCdf from "@stdlib/stats-base-dists-binomial-cdf";
import type { GroupState } from "#app/model/group-life.ts";

/** Who took part in a group in the last 28 days, beside who did in the 28 days before. */
export interface GroupLife {
  /** Null where the network does not say who is in it. */
  readonly members: number | null;
  /** People who took part in the last 28 days. */
  readonly now: number;
  /** Of these, people who had not in the 28 days before. */
  readonly gained: number;
  /** People who had in the 28 days before, and have not since. */
  readonly lost: number;
  /** It was made within the last 28 days. */
  readonly isNew: boolean;
}

/** Fewer than this share of its members, and a group is silent however many people that is. */
export const ALIVE = 0.05;
/** A group grows or fades by at least this much of what it was. */
const MOVED = 0.25;
const CHANCE = 0.05;

/**
 * Where a group stands. New for its first 28 days; silent where fewer than `fewest` people, or fewer
 * than 5 % of its members, took part; growing or fading where at least a quarter more or fewer did
 * than in the 28 days before, and those who came and those who went are told from tosses of a coin
 * (McNemar 1947, exact, two-sided, 5 %: the same people are counted twice, so that the two counts
 * are not independent); steady otherwise.
 */
export function groupState({ members, now, gained, lost, isNew }: GroupLife, fewest: number) {
  const said = (state: GroupState) => state;
  if (isNew) return said("new");
  if (now < fewest || (members !== null && now < ALIVE * members)) return said("silent");
  const before = now - gained + lost;
  const isMoved = Math.abs(now - before) >= MOVED * before && exactMcNemar(gained, lost) < CHANCE;
  if (!isMoved) return said("steady");
  return said(now > before ? "growing" : "fading");
}

/** The two-sided p of McNemar's exact test; 1 where nobody came or went. */
export function exactMcNemar(gained: number, lost: number): number {
  const changed = gained + lost;
  if (changed === 0) return 1;
  return Math.min(1, 2 * binomialCdf(Math.min(gained, lost), changed, 0.5));
}
