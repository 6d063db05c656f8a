import type { NightReading, StepReading } from "./night.ts";

/** What failed, once, however many nights in a row it failed in the same way. */
export interface Failure extends StepReading {
  /** The last night it failed. */
  readonly night: number;
  readonly startedAt: Date;
  /** In how many nights. */
  readonly nights: number;
  /** The first of them. */
  readonly since: Date;
}

/** Newest first: `readings` come newest first. */
export function failuresIn(readings: readonly NightReading[]): readonly Failure[] {
  const found = new Map<string, Failure>();
  for (const { id, startedAt, steps } of readings) {
    for (const step of steps.filter(({ state }) => state === "failed")) {
      const key = JSON.stringify([step.name, step.trouble ?? step.message, step.status]);
      const known = found.get(key);
      found.set(
        key,
        known === undefined
          ? { ...step, night: id, startedAt, nights: 1, since: startedAt }
          : { ...known, nights: known.nights + 1, since: startedAt },
      );
    }
  }
  return [...found.values()];
}
