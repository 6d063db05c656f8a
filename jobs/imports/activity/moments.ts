import { addDays, dayIn, mondayOf } from "#app/model/period.ts";
import { dateReader } from "../dates/date-format.ts";
import { instantsIn } from "../dates/local-time.ts";

/** Reads when something happened, as a file writes it. Null for what it cannot read. */
export interface Moments {
  /** The instant, ISO 8601. */
  instant(text: string): string | null;
  /** The first day of the period a total is for: a day, or the Monday of an ISO week. */
  day(text: string, grain: "day" | "week"): string | null;
}

const OLDEST = Date.UTC(1990, 0, 1);

/** Times without an offset are local to `timeZone`; nothing after `latest` has happened yet. */
export function momentsOf(format: string, timeZone: string, latest: Date): Moments {
  const read = dateReader(format);
  const instantOf = instantsIn(timeZone);
  return {
    instant(text) {
      const date = read(text);
      if (date === null) return null;
      const at = date.isInstant ? date.at : instantOf(date.at);
      return at < OLDEST || at > latest.getTime() ? null : new Date(at).toISOString();
    },
    day(text, grain) {
      const date = read(text);
      if (date === null || date.at < OLDEST || date.at > latest.getTime()) return null;
      const at = new Date(date.at);
      const day = date.isInstant ? dayIn(timeZone, at) : at.toISOString().slice(0, 10);
      // A week that begins on another day than Monday is the ISO week that has most of it.
      return grain === "day" ? day : mondayOf(addDays(day, 3));
    },
  };
}
