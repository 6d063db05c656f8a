import type { Mark as Happened } from "#app/model/mark.ts";
import type { Succession } from "#db/records/successions.ts";
import type { Words } from "../around.ts";
import { happenedOn } from "../barometer/happened.ts";

/** A day on which what is counted changed its source, and the sentence that says how. */
export interface Mark {
  readonly at: Date;
  /** The day alone, for beside the line. */
  readonly name: string;
  readonly sentence: string;
}

/**
 * A line over several networks goes on when one of them ends: never without saying so. With it what
 * else happened meanwhile; each has a sentence of its own, also where a day has several.
 */
export function marksOf(
  ended: readonly Succession[],
  happened: readonly Happened[],
  words: Words,
): readonly Mark[] {
  const others = happened
    .filter(({ kind, on }) => kind !== "network" || ended.every((end) => end.on !== on))
    .map((mark) => happenedOn(mark, words));
  const once = new Map([...endings(ended, words), ...others].map((mark) => [mark.sentence, mark]));
  return [...once.values()]
    .map(({ at, name, sentence }) => ({ at, name, sentence }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function endings(ended: readonly Succession[], { t, format }: Words): readonly Mark[] {
  return ended.map(({ title, on, successor }) => {
    const about = { day: format.day(on), network: title };
    return {
      at: new Date(`${on}T00:00:00Z`),
      name: format.shortDay(on),
      sentence:
        successor === null
          ? t("adoption.ended", about)
          : t("adoption.succeeded", { ...about, successor }),
    };
  });
}
