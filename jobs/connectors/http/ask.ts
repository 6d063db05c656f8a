import { setTimeout as wait } from "node:timers/promises";
import { type Outcome, type Question, tryOnce } from "./attempt.ts";
import type { Home } from "./home.ts";
import { NetworkError } from "./network-error.ts";
import type { Queue } from "./queue.ts";
import { backOff } from "./waiting.ts";

/** How patient a client is. */
export interface Manners {
  /** Times a request is made in all. */
  readonly tries: number;
  /** For one try, answer included. */
  readonly timeoutMs: number;
  /** The longest answer, decompressed. */
  readonly maxBytes: number;
  /** The longest wait a network may ask for; asked for more, the night goes on without it. */
  readonly maxWaitMs: number;
  sleep(milliseconds: number): Promise<void>;
  random(): number;
}

const usual: Manners = {
  tries: 6,
  timeoutMs: 30_000,
  maxBytes: 64 * 1024 * 1024,
  maxWaitMs: 15 * 60_000,
  sleep: (milliseconds) => wait(milliseconds),
  random: Math.random,
};

/** Puts a question until it is answered, or until it is no longer worth it. */
export async function ask(
  home: Home,
  queue: Queue,
  question: Question,
  given: Partial<Manners>,
): Promise<unknown> {
  const manners = { ...usual, ...given };
  for (let attempt = 1; ; attempt += 1) {
    const outcome: Outcome = await queue.run(() => tryOnce(home, question, manners));
    if (outcome.kind === "answer") return outcome.body;
    const { failure, worthRetrying, waitMs } = outcome;
    if (!worthRetrying || attempt >= manners.tries) throw new NetworkError(failure);
    if (waitMs !== null && waitMs > manners.maxWaitMs) {
      const minutes = Math.ceil(waitMs / 60_000);
      throw new NetworkError({ ...failure, said: `it asks to come back in ${minutes} minutes` });
    }
    const slept = manners.sleep(waitMs ?? backOff(attempt, manners.random));
    if (failure.trouble === "busy") queue.pauseUntil(slept);
    await slept;
  }
}
