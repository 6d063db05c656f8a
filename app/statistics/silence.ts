/** What a network told of one day. */
export interface DayTold {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly acts: number;
}

/** Ordinary days without anything, before a network counts as silent. */
export const SILENT_DAYS = 3;

/** Ordinary days before those that say what is usual: a working month. */
const USUAL_DAYS = 20;
const FEWEST_USUAL_DAYS = 10;

/** Networks with less than this on half of their days have quiet days of their own. */
const LEAST_USUAL = 20;

/**
 * Since when a network is silent: the first of its last ordinary days without anything, when there
 * are three of them or more and half of the twenty before had twenty acts or more; else null. Weekends
 * and holidays are left out beforehand, and days that were not read yet. What is quiet for twenty days
 * is the usual by then.
 */
export function silentSince(ordinary: readonly DayTold[]): string | null {
  const days = ordinary.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const last = days.findLastIndex(({ acts }) => acts > 0);
  const silent = days.slice(last + 1);
  const usual = days.slice(Math.max(0, last + 1 - USUAL_DAYS), last + 1);
  const [first] = silent;
  if (first === undefined || silent.length < SILENT_DAYS) return null;
  if (silent.length > USUAL_DAYS || usual.length < FEWEST_USUAL_DAYS) return null;
  const middle = usual.map(({ acts }) => acts).toSorted((a, b) => a - b)[usual.length >> 1] ?? 0;
  return middle >= LEAST_USUAL ? first.day : null;
}
