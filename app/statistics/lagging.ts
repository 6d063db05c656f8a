/** Participation of one population, as the range it is known to lie in. */
export interface RangeOf {
  readonly key: string;
  readonly least: number;
  readonly most: number;
}

/** So far behind the whole, at least, before it is told. */
export const LAGGING_BY = 0.1;

/** Days before anybody is said to lag: who works nights and weekends has to have had a chance. */
const FIRST_DAYS = 3;
const FIRST_SHARE = 1 / 3;

/**
 * Which populations lag behind the whole they are part of: even the upper end of their range is ten
 * points or more under the lower end of the whole's. Both count everybody, so there is nothing to test;
 * what is rounded is allowed for by the ends.
 */
export function lagging(whole: RangeOf | undefined, parts: readonly RangeOf[]): readonly RangeOf[] {
  if (whole === undefined) return [];
  return parts.filter(({ most }) => most <= whole.least - LAGGING_BY + 1e-9);
}

/** Whether a wave has been open for long enough: three days and a third of its time. */
export function isTimeToTell({
  openedAt,
  closesAt,
  now,
}: {
  readonly openedAt: Date;
  /** Null when it closes by hand. */
  readonly closesAt: Date | null;
  readonly now: Date;
}): boolean {
  const open = now.getTime() - openedAt.getTime();
  const whole = closesAt === null ? 0 : closesAt.getTime() - openedAt.getTime();
  return open >= Math.max(FIRST_DAYS * 86_400_000, whole * FIRST_SHARE);
}
