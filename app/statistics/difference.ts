import type { Base } from "#app/model/measure.ts";
import { compareSamples } from "./compare-shares.ts";
import { displayedChange } from "./favourable.ts";
import type { SampleVerdict } from "./verdict.ts";

/** How a figure that is shown differs from another. */
export interface Difference {
  /** In points of share, −1 to 1, as shown: whole percents, rounded once, after subtracting. */
  readonly displayed: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly p: number | null;
  readonly verdict: SampleVerdict;
}

interface Share {
  readonly value: number;
  readonly base: Base;
}

/**
 * How a share differs from another, for people as a draw from a process: whether it will last, not
 * only what this team thinks now. Not tested unless both rest on 30 answers, counted exactly.
 */
export function differenceOfShares(a: Share, b: Share): Difference {
  const displayed = displayedChange(a.value, b.value) / 100;
  const [first, second] = [counted(a), counted(b)];
  if (first === null || second === null) return unknown(displayed);
  const { low, high, p, verdict } = compareSamples(first, second);
  return { displayed, low, high, p, verdict };
}

/**
 * A part against the rest of the whole that contains it, so that it is not compared with itself:
 * the rest has n_whole − n_part people and the favourable people the part does not have.
 */
export function differenceFromRest(part: Share, whole: Share): Difference {
  const [own, all] = [counted(part), counted(whole)];
  if (own === null || all === null || all.n <= own.n) {
    return unknown(displayedChange(part.value, whole.value) / 100);
  }
  const n = all.n - own.n;
  // Shown shares are rounded: what is left may come out a person short of none, or past everybody.
  const x = Math.min(n, Math.max(0, all.x - own.x));
  return differenceOfShares(part, { value: x / n, base: { exact: n } });
}

function counted({ value, base }: Share): { readonly x: number; readonly n: number } | null {
  return "exact" in base ? { x: Math.round(value * base.exact), n: base.exact } : null;
}

function unknown(displayed: number): Difference {
  return { displayed, low: null, high: null, p: null, verdict: "untested" };
}
