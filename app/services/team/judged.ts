import type { Value } from "#app/model/measure.ts";
import { togetherJudged } from "../barometer/movers.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  differenceOf,
  type Lookup,
  shown,
} from "../disclosed.ts";

interface Compared {
  readonly team: string;
  /** What the team is compared with the rest of; null where nothing above it is shown. */
  readonly whole: string | null;
  readonly now: Lookup;
  readonly before: Lookup;
}

/** One shown share of a team, beside the rest and beside itself before. */
export interface Judged {
  readonly measure: string;
  readonly figure: Disclosed;
  readonly value: Value;
  readonly rest: Difference | null;
  readonly change: Difference | null;
}

/**
 * Everything a page says of one team: all its differences from the rest are one family, all its
 * changes another, for they are before one reader at once.
 */
export function judgedOf(
  measures: readonly string[],
  { team, whole, now, before }: Compared,
): readonly Judged[] {
  const alone = measures.flatMap((measure) => {
    const figure = now(team, measure);
    const value = shown(figure);
    if (figure === null || value?.form !== "share") return [];
    const rest = whole === null ? null : differenceFromOthers(figure, now(whole, measure));
    return [{ measure, figure, value, rest, change: differenceOf(figure, before(team, measure)) }];
  });
  const rest = togetherOf(alone.map((one) => one.rest));
  const change = togetherOf(alone.map((one) => one.change));
  return alone.map((one, place) => ({
    ...one,
    rest: rest[place] ?? null,
    change: change[place] ?? null,
  }));
}

/** As one family, those that are missing left in their places. */
function togetherOf(differences: readonly (Difference | null)[]): readonly (Difference | null)[] {
  const together = togetherJudged(differences.flatMap((one) => one ?? [])).values();
  return differences.map((one) => one && (together.next().value ?? one));
}
