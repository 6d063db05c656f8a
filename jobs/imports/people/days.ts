import { addDays, mondayOf } from "#app/model/period.ts";
import { dateReader } from "../dates/date-format.ts";
import type { Findings } from "../findings.ts";
import type { PeopleMapping } from "../mapping/people-mapping.ts";

/** HR systems write the year 9999 for "no end". */
const NO_END = "2200";
const OLDEST = "1900";

/** Reads the days of an HR file. Null is no day; `undefined` one that was refused, with its line. */
export class Days {
  /** The days a history speaks of. */
  first: string | null = null;
  last: string | null = null;
  readonly #date: ReturnType<typeof dateReader>;

  constructor(
    private readonly mapping: PeopleMapping,
    private readonly refusals: Findings,
  ) {
    this.#date = dateReader(mapping.dates);
  }

  read(column: string | undefined, text: string, line: number): string | null | undefined {
    if (column === undefined || text === "") return null;
    const read = this.#date(text);
    const day = read === null ? null : new Date(read.at).toISOString().slice(0, 10);
    if (day !== null && day >= NO_END) return null;
    if (day !== null && day >= OLDEST) return day;
    const { dates } = this.mapping;
    this.refusals.add(
      line,
      column,
      `The date is not written as ${dates === "iso" ? "YYYY-MM-DD" : dates}. ` +
        "The line was left out: correct it, or say `dates:` in the mapping.",
      `“${text.slice(0, 30)}”`,
    );
    return undefined;
  }

  /** The day a line of a history is true from; null where there is no history. */
  ofHistory(text: string, line: number): string | null | undefined {
    const { history } = this.mapping;
    if (history === undefined) return null;
    const day = this.read(history.date, text, line);
    if (day === undefined) return undefined;
    if (day === null) {
      this.refusals.add(line, history.date, "There is no date. The line was left out.");
      return undefined;
    }
    const from = history.weeks ? mondayOf(addDays(day, 3)) : day;
    if (this.first === null || from < this.first) this.first = from;
    if (this.last === null || from > this.last) this.last = from;
    return from;
  }
}
