import { addDays } from "#app/model/period.ts";

export type HolidayName =
  | "new-year"
  | "good-friday"
  | "easter-monday"
  | "labour-day"
  | "victory-1945"
  | "ascension"
  | "whit-monday"
  | "bastille-day"
  | "assumption"
  | "all-saints"
  | "armistice-1918"
  | "christmas"
  | "saint-stephen";

export interface Holiday {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly name: HolidayName;
}

export interface HolidayRules {
  /** Good Friday and 26 December, holidays in Alsace and Moselle only. */
  readonly alsaceMoselle?: boolean;
}

/**
 * Easter Sunday of a year of the Gregorian calendar (1583 on): the anonymous algorithm printed in
 * Nature, 1876, as given by Meeus (Astronomical Algorithms, 1991).
 */
export function easterSunday(year: number): string {
  if (!Number.isInteger(year) || year < 1583 || year > 9999) {
    throw new RangeError(`year must be a whole number from 1583 to 9999, not ${year}`);
  }
  const lunar = year % 19;
  const [century, rest] = [Math.floor(year / 100), year % 100];
  const corrected = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * lunar + century - Math.floor(century / 4) - corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((lunar + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return `${year}-0${Math.floor(days / 31)}-${String((days % 31) + 1).padStart(2, "0")}`;
}

/** The eleven public holidays of French law (code du travail, L3133-1) in a year, in order. */
export function frenchHolidays(
  year: number,
  { alsaceMoselle = false }: HolidayRules = {},
): Holiday[] {
  const easter = easterSunday(year);
  const local: Holiday[] = [
    { day: addDays(easter, -2), name: "good-friday" },
    { day: `${year}-12-26`, name: "saint-stephen" },
  ];
  const everywhere: Holiday[] = [
    { day: `${year}-01-01`, name: "new-year" },
    { day: addDays(easter, 1), name: "easter-monday" },
    { day: `${year}-05-01`, name: "labour-day" },
    { day: `${year}-05-08`, name: "victory-1945" },
    { day: addDays(easter, 39), name: "ascension" },
    { day: addDays(easter, 50), name: "whit-monday" },
    { day: `${year}-07-14`, name: "bastille-day" },
    { day: `${year}-08-15`, name: "assumption" },
    { day: `${year}-11-01`, name: "all-saints" },
    { day: `${year}-11-11`, name: "armistice-1918" },
    { day: `${year}-12-25`, name: "christmas" },
  ];
  const all = alsaceMoselle ? [...everywhere, ...local] : everywhere;
  return all.sort((a, b) => (a.day < b.day ? -1 : 1));
}

export interface WeekRules extends HolidayRules {
  /** Further days (`YYYY-MM-DD`) on which the company, or much of it, does not work. */
  readonly companyDays?: readonly string[];
}

/**
 * Whether a week says little of how active a team is: a public holiday or a day of the company
 * from Monday to Saturday (the working days of French law), or a week with most of its days in
 * August. `monday`: its first day.
 */
export function isHolidayWeek(
  monday: string,
  { companyDays = [], ...rules }: WeekRules = {},
): boolean {
  requireMonday(monday);
  const days = Array.from({ length: 6 }, (_, after) => addDays(monday, after));
  // A week belongs to the month of its Thursday, as it belongs to its year (ISO 8601).
  if (days[3]?.slice(5, 7) === "08") return true;
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))];
  const off = years.flatMap((year) => frenchHolidays(year, rules).map(({ day }) => day));
  return [...off, ...companyDays].some((day) => days.includes(day));
}

function requireMonday(monday: string): void {
  const written = /^\d{4}-\d\d-\d\d$/.test(monday);
  if (!written || new Date(`${monday}T00:00:00Z`).getUTCDay() !== 1) {
    throw new RangeError(`${monday} must be a Monday, written YYYY-MM-DD`);
  }
}
