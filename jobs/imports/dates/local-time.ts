/** How far a zone is ahead of UTC around one day: the same all day, or before and after a change. */
interface Offsets {
  readonly before: number;
  readonly after: number;
}

const DAY = 86_400_000;
const REMEMBERED = 10_000;

/**
 * Instants of local times in a time zone. A local time is given as the milliseconds it would be in
 * UTC. The rule: a time that occurs twice (clocks go back) is its first occurrence; a time that
 * does not occur (clocks go forward) is as much later as the clocks jumped.
 */
export function instantsIn(timeZone: string): (local: number) => number {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const days = new Map<number, Offsets>();

  return (local) => {
    const day = Math.floor(local / DAY);
    const { before, after } = days.get(day) ?? remember(day);
    const first = local - before;
    if (before === after) return first;
    const second = local - after;
    const isFirst = offsetAt(first) === before;
    const isSecond = offsetAt(second) === after;
    if (isFirst && isSecond) return Math.min(first, second);
    return isSecond ? second : first;
  };

  function remember(day: number): Offsets {
    if (days.size >= REMEMBERED) days.clear();
    const offsets = { before: offsetAt((day - 1) * DAY), after: offsetAt((day + 2) * DAY) };
    days.set(day, offsets);
    return offsets;
  }

  function offsetAt(instant: number): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of clock.formatToParts(instant)) parts[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    const shown = Date.UTC(year, month - 1, day, hour, minute, second);
    return shown - Math.floor(instant / 1000) * 1000;
  }
}
