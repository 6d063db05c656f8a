import { type Verb, verbs } from "./canonical.ts";

/** What a network may be able to tell: who is there, what they are in, and what they did. */
export const facts = ["members", "groups", "memberships", ...verbs] as const;
export type Fact = (typeof facts)[number];

/**
 * What one way of reading a network supplies. What is in neither list is "not supplied": it is
 * never a zero.
 */
export interface Declaration {
  /** Told one by one. */
  readonly each: readonly Fact[];
  /** Told as totals only: of a person, of a group or of everybody, by day or by week. */
  readonly totals?: readonly Verb[];
  /**
   * How many days back a first reading reaches; null for everything the network still holds, 0 for
   * nothing before the moment it was connected.
   */
  readonly historyDays: number | null;
  /** How late the network tells what happened, in hours. */
  readonly delayHours: number;
}

/** The verbs a declaration supplies, one by one or as totals. */
export function verbsIn({ each, totals = [] }: Declaration): readonly Verb[] {
  return verbs.filter((verb) => each.includes(verb) || totals.includes(verb));
}

/** Everything that is declared of a network: by the night, by files, by what it sends itself. */
export interface DeclaredNetwork {
  readonly live: Declaration | null;
  readonly files: (Declaration & { readonly formats: readonly string[] }) | null;
  /** It sends by itself: what happens is known within minutes. */
  readonly webhook: boolean;
  /** What it sends, where that is not what the night reads; null where nothing more is declared. */
  readonly sent: Declaration | null;
  /** It tells who works here, in which unit, with which manager: a directory. */
  readonly people: boolean;
}
