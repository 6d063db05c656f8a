import type { Mark } from "#app/model/mark.ts";
import { nameIn, type Words } from "../around.ts";

/** What happened on a day, as a mark of a trend: the line goes on, it is only said. */
export function happenedOn(mark: Pick<Mark, "on" | "names" | "kind">, words: Words) {
  // Who wrote it may have ended it, as the sentence does.
  const what = nameIn(words, mark).replace(/[.\s]+$/, "");
  return {
    // Noon, so that no time zone makes it the day before.
    at: new Date(`${mark.on}T12:00:00Z`),
    name: words.format.shortDay(mark.on),
    sentence: words.t("barometer.trend.happened", {
      day: words.format.day(mark.on),
      what: mark.kind === "action" ? words.t("marks.action", { what }) : what,
    }),
    breaks: false,
  };
}
