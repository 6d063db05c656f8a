import { requireCount } from "./domain.ts";
import type { Interval } from "./interval.ts";
import { newcombe, pooledZ } from "./two-shares.ts";

/** Favourable people among those who answered. */
export interface Answered {
  readonly x: number;
  readonly n: number;
}

/** A team beside the others of the whole it belongs to; differences of shares, −1 to 1. */
export interface AgainstRest {
  /** The others: the whole without the team. */
  readonly rest: Answered;
  readonly fromRest: number;
  /** (1 − n_team/n_whole) · fromRest: smaller, because the team is part of what it is held to. */
  readonly fromWhole: number;
  /** Newcombe's interval of `fromRest`. */
  readonly interval: Interval;
  /** Null where everybody, or nobody, is favourable. */
  readonly z: number | null;
  readonly p: number | null;
}

/**
 * A team against the rest of the whole that contains it, never against the whole, which would
 * compare it with itself and find too little. Null when nobody answered on one of the two sides.
 */
export function teamAgainstRest(team: Answered, whole: Answered): AgainstRest | null {
  const rest = restOf(team, whole);
  const interval = newcombe(team.x, team.n, rest.x, rest.n);
  if (interval === null) return null;
  const test = pooledZ(team.x, team.n, rest.x, rest.n);
  const fromRest = team.x / team.n - rest.x / rest.n;
  const fromWhole = team.x / team.n - whole.x / whole.n;
  return { rest, fromRest, fromWhole, interval, z: test?.z ?? null, p: test?.p ?? null };
}

/** @throws RangeError when the team cannot be part of the whole. */
export function restOf(team: Answered, whole: Answered): Answered {
  requireCount("whole.n", whole.n);
  requireCount("whole.x", whole.x, whole.n);
  requireCount("team.n", team.n, whole.n);
  requireCount("team.x", team.x, Math.min(team.n, whole.x));
  const rest = { x: whole.x - team.x, n: whole.n - team.n };
  requireCount("favourable people in the rest", rest.x, rest.n);
  return rest;
}
