import { setTimeout as wait } from "node:timers/promises";

/** The database could not be reached for as long as anybody would wait. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/** What a server says that is going away, starting, or full: nothing was wrong with the question. */
const passing = /^(08|53|57P|25006|40)/;

/** Whether the same question may find an answer a moment later. */
export function mayPass(error: unknown): boolean {
  if (error instanceof Unreachable) return true;
  if (typeof error !== "object" || error === null) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (/^(E[A-Z]+|[0-9A-Z]{5})$/.test(code)) return /^E[A-Z]+$/.test(code) || passing.test(code);
  return error instanceof Error && /connection|terminat|timeout/i.test(error.message);
}

/**
 * Asks until there is an answer, for `seconds` at most. `again` tells whether an earlier try may have
 * been heard although its answer was lost.
 * @throws {Unreachable} when the time is over.
 */
export async function patiently<Result>(
  seconds: number,
  ask: (again: boolean) => Promise<Result>,
): Promise<Result> {
  for (let tried = 0; tried < seconds * 2; tried += 1) {
    try {
      return await within(5_000, ask(tried > 0));
    } catch (error) {
      if (!mayPass(error)) throw error;
      await wait(500);
    }
  }
  throw new Unreachable("the database does not answer");
}

/** A server that is gone without a word never says so: its answer is not waited for any longer. */
function within<Result>(milliseconds: number, answer: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Unreachable("no answer in time")), milliseconds);
    answer.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
