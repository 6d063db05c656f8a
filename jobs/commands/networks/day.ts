import { InvalidArgumentError } from "commander";

/** A day of the calendar, for commander: the 31st of June is none. */
export function readDay(text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`${text}T`);
  if (isDay) return text;
  throw new InvalidArgumentError("Give a day, such as 2026-06-01.");
}
