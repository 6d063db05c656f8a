import type { ContinuityBetween } from "#db/records/read-lineage.ts";
import { nameIn, type Words, waveInSentence } from "../around.ts";

interface Wave {
  readonly key: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly closedAt: Date;
}

/** A wave from which on something else is asked, or the same in other words that were declared equal. */
export interface LineageMark {
  /** Of the wave it stands at. */
  readonly key: string;
  readonly at: Date;
  readonly name: string;
  readonly sentence: string;
  /** The series ends before it, and another begins. */
  readonly breaks: boolean;
}

/** Where the series of a measure breaks, or goes on because somebody declared so. Oldest wave first. */
export function lineageMarks(
  measure: string,
  waves: readonly Wave[],
  between: ContinuityBetween,
  words: Words,
): readonly LineageMark[] {
  return waves.slice(1).flatMap((wave, index) => {
    const before = waves[index];
    if (before === undefined) return [];
    const continuity = between(measure, before.key, wave.key);
    if (continuity.goesOn && continuity.reasons.length === 0) return [];
    const about = { wave: nameIn(words, wave), before: waveInSentence(words, before) };
    return [
      {
        key: wave.key,
        at: wave.closedAt,
        name: words.t(
          continuity.goesOn ? "barometer.trend.mark.declared" : "barometer.trend.mark.breaks",
        ),
        breaks: !continuity.goesOn,
        sentence: continuity.goesOn
          ? words.t("barometer.trend.declared", {
              ...about,
              reason: continuity.reasons
                .map((one) => one[words.language].replace(/\.$/, ""))
                .join(" ; "),
            })
          : words.t(`barometer.trend.breaks.${continuity.because}`, about),
      },
    ];
  });
}
