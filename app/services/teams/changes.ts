import type { Population } from "#app/model/population.ts";
import type { Words } from "../around.ts";
import { togetherJudged } from "../barometer/movers.ts";
import { sayChange } from "../compared.ts";
import {
  type Difference,
  type Disclosed,
  differenceOf,
  isReal,
  type Lookup,
  shown,
} from "../disclosed.ts";

/** What became of one team on one measure. */
export interface TeamChange {
  readonly population: Population;
  readonly measure: string;
  readonly before: Disclosed | null;
  readonly now: Disclosed;
  readonly difference: Difference;
  readonly sentence: string;
}

/** How these teams moved since the compared moment, all that a page says of it judged together. */
export function changesOf(
  figures: readonly (Disclosed | null)[],
  before: Lookup,
  since: string,
  words: Words,
): readonly TeamChange[] {
  const alone = figures.flatMap((now) => {
    const then = now && before(now.population.key, now.measure);
    const difference = differenceOf(now, then);
    return now === null || difference === null ? [] : [{ now, before: then, difference }];
  });
  const together = togetherJudged(alone.map(({ difference }) => difference));
  return alone.map(({ now, before, difference }, place) => {
    const judged = together[place] ?? difference;
    const { population, measure } = now;
    const sentence = sayChange(judged, since, words);
    return { population, measure, before, now, difference: judged, sentence };
  });
}

/** One team at two moments, either of which may be hidden or missing. */
export interface Slope {
  readonly population: Population;
  readonly before: Disclosed | null;
  readonly now: Disclosed | null;
  /** Null where the two cannot be compared at all. */
  readonly difference: Difference | null;
  readonly sentence: string | null;
}

/** What the block of two moments shows of one measure; null where no team is there twice. */
export function slopesOf(
  teams: readonly Population[],
  measure: string,
  changes: readonly TeamChange[],
  at: { readonly now: Lookup; readonly before: Lookup },
  words: Words,
): { readonly sentence: string; readonly slopes: readonly Slope[] } | null {
  const slopes = teams.map((population) => {
    const change = changes.find(
      (one) => one.population.key === population.key && one.measure === measure,
    );
    return {
      population,
      before: at.before(population.key, measure),
      now: at.now(population.key, measure),
      difference: change?.difference ?? null,
      sentence: change?.sentence ?? null,
    };
  });
  if (!slopes.some(({ before, now }) => shown(before) !== null && shown(now) !== null)) return null;
  return { sentence: saySlopes(slopes, words), slopes };
}

function saySlopes(slopes: readonly Slope[], { t }: Words): string {
  const tested = slopes.filter(({ difference }) => difference && difference.verdict !== "untested");
  if (tested.length === 0) return t("teams.changes.untested");
  const moved = tested.filter(({ difference }) => isReal(difference)).length;
  return moved === 0
    ? t("teams.changes.none")
    : t("teams.changes.sentence", { n: moved, all: slopes.length });
}
