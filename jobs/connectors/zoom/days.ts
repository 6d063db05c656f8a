const DAY = 24 * 3600_000;

/** From included, to excluded. */
export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/** The days that lie wholly in a window, `YYYY-MM-DD`: a total of half a day would replace a whole one. */
export function daysIn({ from, to }: Window): readonly string[] {
  const days: string[] = [];
  for (let day = Math.ceil(from.getTime() / DAY) * DAY; day + DAY <= to.getTime(); day += DAY) {
    days.push(new Date(day).toISOString().slice(0, 10));
  }
  return days;
}

/** Where an interrupted night stopped: all days up to this one were read, in this window. */
export function bookmarkAfter(day: string, { from }: Window): string {
  return JSON.stringify({ from: from.getTime(), day });
}

/** The end of a whole reading. Asked for the same period again, everything is read again. */
export function bookmarkAtEnd({ to }: Window): string {
  return JSON.stringify({ done: to.getTime() });
}

/** The days still to be read. A cursor that is not understood starts over. */
export function daysLeft(window: Window, cursor: string | null): readonly string[] {
  const days = daysIn(window);
  try {
    const { from, day } = JSON.parse(cursor ?? "null") ?? {};
    const isOurs = from === window.from.getTime() && typeof day === "string";
    return isOurs ? days.filter((one) => one > day) : days;
  } catch {
    return days;
  }
}
