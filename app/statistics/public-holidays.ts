import { addDays } from "#app/model/period.ts";
import { easterSunday } from "./holidays.ts";

/** Days from Easter, or a day of the year (`MM-DD`). */
type Rule = number | string;

const [goodFriday, easterMonday, ascension, whitMonday, corpusChristi] = [-2, 1, 39, 50, 60];

/**
 * Public holidays of whole countries, by ISO 3166 code: what the law of each makes free everywhere
 * in it. Holidays of regions, those that follow a moon and single years are not in it: the company
 * adds them as days of its own.
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  AT: [
    "01-01",
    "01-06",
    easterMonday,
    "05-01",
    ascension,
    whitMonday,
    corpusChristi,
    "08-15",
    "10-26",
    "11-01",
    "12-08",
    "12-25",
    "12-26",
  ],
  BE: [
    "01-01",
    easterMonday,
    "05-01",
    ascension,
    whitMonday,
    "07-21",
    "08-15",
    "11-01",
    "11-11",
    "12-25",
  ],
  CH: ["01-01", ascension, "08-01", "12-25"],
  DE: [
    "01-01",
    goodFriday,
    easterMonday,
    "05-01",
    ascension,
    whitMonday,
    "10-03",
    "12-25",
    "12-26",
  ],
  ES: ["01-01", "01-06", goodFriday, "05-01", "08-15", "10-12", "11-01", "12-06", "12-08", "12-25"],
  FR: [
    "01-01",
    easterMonday,
    "05-01",
    "05-08",
    ascension,
    whitMonday,
    "07-14",
    "08-15",
    "11-01",
    "11-11",
    "12-25",
  ],
  GB: ["01-01", goodFriday, "12-25", "12-26"],
  IE: ["01-01", "03-17", easterMonday, "12-25", "12-26"],
  IT: [
    "01-01",
    "01-06",
    easterMonday,
    "04-25",
    "05-01",
    "06-02",
    "08-15",
    "11-01",
    "12-08",
    "12-25",
    "12-26",
  ],
  LU: [
    "01-01",
    easterMonday,
    "05-01",
    "05-09",
    ascension,
    whitMonday,
    "06-23",
    "08-15",
    "11-01",
    "12-25",
    "12-26",
  ],
  NL: ["01-01", easterMonday, "04-27", ascension, whitMonday, "12-25", "12-26"],
  PT: [
    "01-01",
    goodFriday,
    "04-25",
    "05-01",
    corpusChristi,
    "06-10",
    "08-15",
    "10-05",
    "11-01",
    "12-01",
    "12-08",
    "12-25",
  ],
};

/** Whether a day (`YYYY-MM-DD`) is a public holiday all over a country. Of a country not in the list none is known. */
export function isPublicHoliday(country: string | null, day: string): boolean {
  const known = rules[country?.toUpperCase() ?? ""];
  if (known === undefined) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return known.some((rule) =>
    typeof rule === "number" ? addDays(easter, rule) === day : day.endsWith(`-${rule}`),
  );
}
