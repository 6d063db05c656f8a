import { addDays, dayIn } from "#app/model/period.ts";
import type { SendingHours } from "#app/model/wave.ts";
import { isPublicHoliday } from "./public-holidays.ts";

/** Where and when somebody works, as far as it says when they may be written to. */
export interface Whereabouts {
  /** IANA name. */
  readonly timeZone: string;
  /** ISO 3166 code; null when nobody knows. */
  readonly country: string | null;
  /** Key of the shift they work; null for the day. */
  readonly shift: string | null;
}

/**
 * Who works at night sleeps in the morning, who works in the evening is at work in the evening: they
 * are written to when they are up and off.
 */
const shiftHours: readonly { readonly shift: RegExp; readonly hours: SendingHours }[] = [
  { shift: /night|nuit/i, hours: { from: "16:00", to: "20:00" } },
  { shift: /evening|afternoon|late|soir|midi|apres|après/i, hours: { from: "10:00", to: "13:00" } },
];

const MINUTE = 60_000;
/** Further than any run of holidays. */
const FARTHEST = 21;

/**
 * The first moment from `from` on at which somebody may be written to: inside the hours, by their
 * own clock, on no Sunday, public holiday of their country or day of the company. Fewer than that is
 * nobody's working day, so after three weeks it gives up and takes `from`.
 */
export function sendingTime(
  from: Date,
  { timeZone, country, shift }: Whereabouts,
  hours: SendingHours,
  companyDays: readonly string[] = [],
): Date {
  const own = shiftHours.find((one) => shift !== null && one.shift.test(shift))?.hours ?? hours;
  const first = dayIn(timeZone, from);
  for (let after = 0; after < FARTHEST; after += 1) {
    const day = addDays(first, after);
    const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
    if (isSunday || isPublicHoliday(country, day) || companyDays.includes(day)) continue;
    const opens = instantOf(day, own.from, timeZone);
    const closes = instantOf(day, own.to, timeZone);
    if (from < opens) return opens;
    if (from < closes) return from;
  }
  return from;
}

/** When a clock in a time zone shows a time on a day; where it shows it never, the moment it jumps. */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  let guess = wanted;
  for (let turn = 0; turn < 2; turn += 1) guess += wanted - shownAt(new Date(guess), timeZone);
  return new Date(Math.floor(guess / MINUTE) * MINUTE);
}

/** What the clock of a time zone shows at an instant, as if it were universal time. */
function shownAt(at: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
  }).format(at);
  return Date.parse(`${shown.replace(" ", "T")}Z`);
}
