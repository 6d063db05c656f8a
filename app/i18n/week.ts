import type { Language } from "./language.ts";

const regions: Readonly<Record<Language, string>> = { fr: "fr-FR", en: "en-GB" };
/** A Monday. */
const MONDAY = Date.parse("2024-01-01T00:00:00Z");

/** The days of the week from Monday on, as the language writes them. */
export function weekdays(language: Language, style: "long" | "short"): readonly string[] {
  const format = new Intl.DateTimeFormat(regions[language], { weekday: style, timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, day) => format.format(MONDAY + day * 86_400_000));
}

/** An hour of the day as a clock shows it: `9 h`, `21:00`. Midnight at the end of a day is 24. */
export function hourName(language: Language, hour: number): string {
  return language === "fr" ? `${hour}\u202fh` : `${String(hour).padStart(2, "0")}:00`;
}
