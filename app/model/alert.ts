import type { Population } from "./population.ts";

export const alertKinds = ["participation", "adoption", "network", "night"] as const;

/**
 * `participation`: a population lags behind the whole while a wave is open. `adoption`: fewer of its
 * people are active than usual. `network`: one that is read has nothing to tell any more. `night`: a
 * step of the night fails.
 */
export type AlertKind = (typeof alertKinds)[number];

/** What is noticed of one population, network or step. Never of a person, and never a number. */
export interface Noticed {
  /** The key of a population or of a connection, or the name of a step. */
  readonly subject: string;
  /** Null for networks and steps. */
  readonly population: Population | null;
  /** Names of things: the wave, the week, why a network could not be read. */
  readonly details: Readonly<Record<string, string>>;
}

export interface Alert extends Noticed {
  readonly kind: AlertKind;
  readonly raisedOn: string;
  /** Null while it still holds. */
  readonly endedOn: string | null;
}

/** Days between two alerts of the same kind about the same thing, so that no month has two. */
export const DAYS_BETWEEN_ALERTS = 31;
