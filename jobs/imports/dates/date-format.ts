/** A date as a file writes it: an instant where it says the offset, otherwise a local time. */
export interface ReadDate {
  /** Milliseconds: since 1970 where `isInstant`, otherwise what the local time would be in UTC. */
  readonly at: number;
  readonly isInstant: boolean;
}

const pieces: Readonly<Record<string, readonly [pattern: string, part: string]>> = {
  yyyy: ["\\d{4}", "year"],
  MM: ["\\d{2}", "month"],
  M: ["\\d{1,2}", "month"],
  dd: ["\\d{2}", "day"],
  d: ["\\d{1,2}", "day"],
  HH: ["\\d{2}", "hour"],
  H: ["\\d{1,2}", "hour"],
  hh: ["\\d{2}", "hour"],
  h: ["\\d{1,2}", "hour"],
  mm: ["\\d{2}", "minute"],
  ss: ["\\d{2}", "second"],
  SSS: ["\\d{3}", "fraction"],
  a: ["[AaPp]\\.?[Mm]\\.?", "half"],
  XXX: ["Z|[+-]\\d{2}:?\\d{2}", "offset"],
};

const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?(?<offset>Z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/** The formats a mapping may declare, for messages. */
export const knownFormats =
  "iso, epoch-seconds, epoch-milliseconds, or the letters of date-fns: yyyy MM M dd d HH H hh h mm ss SSS a XXX, other text between ' '";

/**
 * A reader of dates in one declared format (`iso` when none is). It never tries another: a date it
 * does not recognise is null. @throws when the format has letters it does not know.
 */
export function dateReader(format = "iso"): (text: string) => ReadDate | null {
  if (format === "epoch-seconds") return epoch(1000);
  if (format === "epoch-milliseconds") return epoch(1);
  const pattern = format === "iso" ? ISO : patternOf(format);
  return (text) => {
    const found = pattern.exec(text)?.groups;
    return found === undefined ? null : dateOf(found);
  };
}

function epoch(unit: number): (text: string) => ReadDate | null {
  return (text) =>
    /^-?\d{1,14}$/.test(text) ? { at: Number(text) * unit, isInstant: true } : null;
}

function patternOf(format: string): RegExp {
  let pattern = "";
  for (const [piece] of format.matchAll(/'[^']*'|[A-Za-z]+|[^A-Za-z']/g)) {
    if (piece.startsWith("'")) pattern += escaped(piece.slice(1, -1));
    else if (/^[A-Za-z]/.test(piece)) pattern += named(piece, format);
    else pattern += escaped(piece);
  }
  for (const part of ["year", "month", "day"]) {
    if (!pattern.includes(`<${part}>`)) throw new Error(`“${format}” has no ${part}`);
  }
  return new RegExp(`^${pattern}$`);
}

function named(piece: string, format: string): string {
  // “ddMMyyyy” and “yyyyMMdd'T'HHmmss” are written without anything between.
  const runs = piece.match(/(.)\1*/g) ?? [];
  return runs
    .map((run) => {
      // The T of ISO 8601 is so common that it needs no quotes.
      if (run === "T") return run;
      const known = pieces[run];
      if (known === undefined) {
        throw new Error(`“${run}” in “${format}” is not known; use ${knownFormats}`);
      }
      return `(?<${known[1]}>${known[0]})`;
    })
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function dateOf(found: Readonly<Record<string, string | undefined>>): ReadDate | null {
  const [year, month, day] = [Number(found.year), Number(found.month), Number(found.day)];
  const half = found.half?.toLowerCase()[0];
  let hour = Number(found.hour ?? 0);
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  const [minute, second] = [Number(found.minute ?? 0), Number(found.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Math.floor(Number(`0.${found.fraction ?? "0"}`) * 1000);
  const at = Date.UTC(year, month - 1, day, hour, minute, second, fraction);
  // 31 February would quietly become 3 March, and the year 10 the year 1910.
  const check = new Date(at);
  if (check.getUTCFullYear() !== year || check.getUTCDate() !== day) return null;
  if (found.offset === undefined) return { at, isInstant: false };
  return { at: at - offsetOf(found.offset), isInstant: true };
}

function offsetOf(text: string): number {
  if (text === "Z") return 0;
  const digits = text.replace(/[^\d]/g, "");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return (text.startsWith("-") ? -1 : 1) * minutes * 60_000;
}
