/** What can become of an answer that came by a chat. */
export const whatBecomes = [
  ...(["taken", "looked", "late", "already", "unknown", "foreign", "unsaid"] as const),
  ...(["undelivered", "illegible", "failed"] as const),
];

/** What became of answers that came by chats. Never whose. */
export type TakenTally = Record<(typeof whatBecomes)[number], number>;

/** A tally to begin with. */
export function nothingTaken(): TakenTally {
  return {
    ...{ taken: 0, looked: 0, late: 0, already: 0 },
    ...{ unknown: 0, foreign: 0, unsaid: 0, undelivered: 0, illegible: 0, failed: 0 },
  };
}
