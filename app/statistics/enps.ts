import { requireCount } from "./domain.ts";
import { type Interval, z } from "./interval.ts";
import { type NormalTest, normalTest } from "./normal.ts";

/** Answers to "would you recommend working here", 0 to 10: 9–10, 7–8, and 0–6. */
export interface Recommenders {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** Employee net promoter figure, −100 to 100, and its standard error in the same points. */
export interface Enps {
  readonly value: number;
  readonly standardError: number;
}

/** Answers made up so that a small team is never certain of itself: 3, spread like nothing known. */
const PSEUDO = { promoters: 0.75, passives: 1.5, detractors: 0.75 };

/**
 * What an answer from 0 to 10 counts as (Reichheld, 2003).
 * @throws RangeError when it is not a whole number from 0 to 10.
 */
export function recommends(answer: number): keyof Recommenders {
  requireCount("answer", answer, 10);
  return answer >= 9 ? "promoters" : answer >= 7 ? "passives" : "detractors";
}

/**
 * 100·(P − D), with the standard error 100·√((P + D − (P − D)²)/n) of people as a draw from a
 * process; with a headcount, that of the team itself: times √((N − n)/(N − 1)), 0 when everybody
 * answered. Null when nobody did.
 */
export function enps(counts: Recommenders, headcount?: number): Enps | null {
  const n = answered(counts);
  if (headcount !== undefined) {
    requireCount("headcount", headcount);
    requireCount("answers", n, headcount);
  }
  return n === 0 ? null : figureOf(counts, n, headcount);
}

/**
 * The same with 3 answers added, ¾ promoter, 1½ passive and ¾ detractor, as Agresti & Coull (1998)
 * do for a share: for small teams, whose usual error is too small, and 0 where all agree.
 * Null when nobody answered.
 */
export function enpsAdjusted(counts: Recommenders): Enps | null {
  const n = answered(counts);
  if (n === 0) return null;
  const padded = {
    promoters: counts.promoters + PSEUDO.promoters,
    passives: counts.passives + PSEUDO.passives,
    detractors: counts.detractors + PSEUDO.detractors,
  };
  return figureOf(padded, n + 3);
}

/** Value ± z·error, never beyond −100 and 100, which no answers can pass. */
export function enpsInterval({ value, standardError }: Enps, level = 0.95): Interval {
  const half = z(level) * standardError;
  return [Math.max(-100, value - half), Math.min(100, value + half)];
}

/** Half the width of the usual interval, in points: a smaller change must not be coloured. */
export function enpsMargin({ standardError }: Enps, level = 0.95): number {
  return z(level) * standardError;
}

/**
 * First less second, of two groups that share nobody: error √(SE1² + SE2²), and the two-sided test
 * of no difference, null where neither has an error.
 */
export function enpsDifference(
  first: Enps,
  second: Enps,
): Enps & { readonly z: NormalTest["z"] | null; readonly p: NormalTest["p"] | null } {
  const value = first.value - second.value;
  const standardError = Math.hypot(first.standardError, second.standardError);
  const test = normalTest(value, standardError);
  return { value, standardError, z: test?.z ?? null, p: test?.p ?? null };
}

function answered({ promoters, passives, detractors }: Recommenders): number {
  requireCount("promoters", promoters);
  requireCount("passives", passives);
  requireCount("detractors", detractors);
  return promoters + passives + detractors;
}

function figureOf({ promoters, detractors }: Recommenders, n: number, headcount?: number): Enps {
  const [net, either] = [(promoters - detractors) / n, (promoters + detractors) / n];
  const left =
    headcount === undefined ? 1 : headcount === n ? 0 : (headcount - n) / (headcount - 1);
  const variance = Math.max(0, either - net * net);
  return { value: 100 * net, standardError: 100 * Math.sqrt((variance / n) * left) };
}
