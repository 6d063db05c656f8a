import type { Succession } from "#db/records/successions.ts";
import type { Words } from "../around.ts";

/** A day on which what is counted changed its source, and the sentence that says how. */
export interface Mark {
  readonly at: Date;
  /** The day alone, for beside the line. */
  readonly name: string;
  readonly sentence: string;
}

/** A line over several networks goes on when one of them ends: never without saying so. */
export function marksOf(ended: readonly Succession[], { t, format }: Words): readonly Mark[] {
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
