import type { DateWriter } from "../../dates/date-writer.ts";
import { unescaped } from "./shared-strings.ts";
import type { Style } from "./styles.ts";

export interface Meanings {
  readonly texts: readonly string[];
  readonly styles: readonly Style[];
  /** Days count from 1904, as old Excels for Mac did. */
  readonly is1904: boolean;
  /** Writes a date as the mapping says the file does. */
  readonly writeDate: DateWriter;
}

const DAY = 86_400_000;

/** What a cell says, as a CSV would: a formula's last result, a date in the mapping's format. */
export function cellText(
  value: string,
  type: string,
  style: number,
  { texts, styles, is1904, writeDate }: Meanings,
): string {
  switch (type) {
    case "s":
      return texts[Number(value)] ?? "";
    case "str":
    case "inlineStr":
      return unescaped(value);
    case "b":
      return value === "1" ? "true" : "false";
    // #N/A and the like: nothing is known.
    case "e":
      return "";
    case "d":
      return isoText(value, writeDate);
  }
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return "";
  const shown = styles[style] ?? "number";
  if (shown === "date") return writeDate(instantOf(number, is1904));
  if (shown === "time") {
    return number < 1 ? clock(number) : writeDate(instantOf(number, is1904));
  }
  const text = Number.isInteger(number) ? integer(number) : String(Number(number.toPrecision(15)));
  return typeof shown === "object" ? text.padStart(shown.digits, "0") : text;
}

/** Days since the end of 1899, as milliseconds of a local time. Excel believes in 29 February 1900. */
function instantOf(days: number, is1904: boolean): number {
  const since1900 = is1904 ? days + 1462 : days < 60 ? days + 1 : days;
  return Math.round((since1900 - 25_569) * DAY);
}

function clock(days: number): string {
  return new Date(Math.round(days * DAY)).toISOString().slice(11, 19);
}

function isoText(value: string, writeDate: DateWriter): string {
  const at = Date.parse(/[T ]/.test(value) ? `${value.replace(/Z$/, "")}Z` : value);
  return Number.isNaN(at) ? value : writeDate(at);
}

function integer(number: number): string {
  return Math.abs(number) < 1e21 ? BigInt(number).toString() : String(number);
}
