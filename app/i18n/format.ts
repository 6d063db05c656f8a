import type { Language } from "./language.ts";

const regions: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };

/** How numbers, dates, lists and names are written in a language. */
export interface Format {
  /** A share between 0 and 1 as a whole percent: `45 %`, `45%`. */
  share(value: number): string;
  /** A share as a bare whole number of percent, for axes and intervals: `45`. */
  percentPoints(value: number): string;
  /** A difference of shares in points, with its sign and a true minus: `+5`, `−14`. */
  points(value: number): string;
  /** The same without a sign, for sentences that say the direction. */
  size(value: number): string;
  count(value: number): string;
  /** A mean, with two digits at most. */
  mean(value: number): string;
  /** `20 octobre 2026`, in the company's time zone. */
  date(at: Date, timeZone: string): string;
  dateTime(at: Date, timeZone: string): string;
  /** A calendar day, which has no time zone: `20 octobre 2026`. */
  day(day: string): string;
  shortDay(day: string): string;
  /** `oct.` and `2026`, for an axis. */
  month(at: Date): string;
  year(at: Date): string;
  list(items: readonly string[]): string;
  /** Alphabetical order as the language has it. */
  byName(a: string, b: string): number;
}

const kept = new Map<Language, Format>();

export function formatter(language: Language): Format {
  const format = kept.get(language) ?? build(language);
  kept.set(language, format);
  return format;
}

/** Rounded once, here: the number on the axis, in the sentence and in the table is the same one. */
export function wholePercent(value: number): number {
  return Math.round(value * 100);
}

function build(language: Language): Format {
  const region = regions[language];
  const percent = new Intl.NumberFormat(region, { style: "percent", maximumFractionDigits: 0 });
  const whole = new Intl.NumberFormat(region, { maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(region, {
    maximumFractionDigits: 0,
    signDisplay: "exceptZero",
  });
  const mean = new Intl.NumberFormat(region, { maximumSignificantDigits: 3 });
  const collator = new Intl.Collator(region, { numeric: true });
  const list = new Intl.ListFormat(region, { type: "conjunction" });
  const dated = (options: Intl.DateTimeFormatOptions, at: Date, timeZone = "UTC") =>
    new Intl.DateTimeFormat(region, { ...options, timeZone }).format(at);
  // French says the first of a month by its ordinal; the formatter of the platform does not.
  const spoken = (text: string) => (language === "fr" ? text.replace(/^1 /, "1er ") : text);
  const midnight = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    // Not every engine writes the narrow space French puts there; a page is written by two of them.
    share: (value) => percent.format(wholePercent(value) / 100).replace("\u00a0", "\u202f"),
    percentPoints: (value) => whole.format(wholePercent(value)),
    points: (value) => signed.format(wholePercent(value) + 0).replace("-", "−"),
    size: (value) => whole.format(Math.abs(wholePercent(value))),
    count: (value) => whole.format(value),
    mean: (value) => mean.format(value).replace("-", "−"),
    date: (at, timeZone) => spoken(dated({ dateStyle: "long" }, at, timeZone)),
    dateTime: (at, timeZone) =>
      spoken(
        dated({ day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" }, at, timeZone),
      ),
    day: (day) => spoken(dated({ dateStyle: "long" }, midnight(day))),
    shortDay: (day) => spoken(dated({ day: "numeric", month: "short" }, midnight(day))),
    month: (at) => dated({ month: "short" }, at),
    year: (at) => dated({ year: "numeric" }, at),
    list: (items) => list.format(items),
    byName: (a, b) => collator.compare(a, b),
  };
}
