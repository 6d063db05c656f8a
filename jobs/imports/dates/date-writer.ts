/** Writes a local time, given as the milliseconds it would be in UTC. */
export type DateWriter = (at: number) => string;

/**
 * Writes dates in the format a mapping declares, for files that hold dates as such (a workbook):
 * what comes out is what `dateReader` of the same format reads. Without a format: ISO 8601, with the
 * time where there is one.
 */
export function dateWriter(format = "iso"): DateWriter {
  if (format === "iso") {
    return (at) => {
      const text = new Date(at).toISOString();
      const time = text.slice(11, 19);
      return time === "00:00:00" ? text.slice(0, 10) : `${text.slice(0, 10)} ${time}`;
    };
  }
  if (format === "epoch-seconds") return (at) => String(Math.round(at / 1000));
  if (format === "epoch-milliseconds") return (at) => String(at);
  return (at) => {
    const date = new Date(at);
    return format.replace(/'([^']*)'|([A-Za-z])\2*/g, (piece, quoted?: string) =>
      quoted === undefined ? written(piece, date) : quoted,
    );
  };
}

function written(letters: string, date: Date): string {
  const hour = date.getUTCHours();
  const two = (number: number) => String(number).padStart(letters.length, "0");
  switch (letters) {
    case "yyyy":
      return String(date.getUTCFullYear()).padStart(4, "0");
    case "MM":
    case "M":
      return two(date.getUTCMonth() + 1);
    case "dd":
    case "d":
      return two(date.getUTCDate());
    case "HH":
    case "H":
      return two(hour);
    case "hh":
    case "h":
      return two(hour % 12 || 12);
    case "mm":
      return two(date.getUTCMinutes());
    case "ss":
      return two(date.getUTCSeconds());
    case "SSS":
      return two(date.getUTCMilliseconds());
    case "a":
      return hour < 12 ? "AM" : "PM";
    default:
      return letters;
  }
}
