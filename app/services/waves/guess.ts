import { giveGuesses } from "#db/intake/guesses.ts";
import type { ViewerVisit } from "../visit.server.ts";

/**
 * Keeps what a leader believes people answer, in percent favourable. Returns null when it is kept, or
 * why it is not. Nobody reads it back.
 */
export async function giveGuess(
  { viewer, now, db }: ViewerVisit,
  wave: string,
  form: FormData,
): Promise<string | null> {
  const given = [...form].flatMap(([name, value]) => {
    const indicator = /^guess:([a-z-]{1,40})$/.exec(name)?.[1];
    return indicator === undefined || value === "" ? [] : [[indicator, Number(value)] as const];
  });
  const isShare = (share: number) => Number.isInteger(share) && share >= 0 && share <= 100;
  if (given.length === 0 || !given.every(([, share]) => isShare(share))) return "guess";
  const outcome = await giveGuesses(db, {
    viewerId: viewer.id,
    wave,
    guesses: Object.fromEntries(given),
    at: now,
  });
  return outcome === "kept" ? null : outcome;
}
