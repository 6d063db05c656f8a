import { setTimeout as wait } from "node:timers/promises";
import { type Question, tryOnce } from "./attempt.ts";
import type { Credentials } from "./credentials.ts";
import type { Home } from "./home.ts";
import { NetworkError } from "./network-error.ts";
import type { Queue } from "./queue.ts";
import type { Bounds, Taking } from "./taking.ts";
import { backOff } from "./waiting.ts";

/** How patient a client is. */
export interface Manners extends Bounds {
  /** Times a request is made in all. */
  readonly tries: number;
  /** The longest wait a network may ask for; asked for more, the night goes on without it. */
  readonly maxWaitMs: number;
  sleep(milliseconds: number): Promise<void>;
  random(): number;
}

const usual: Manners = {
  tries: 6,
  timeoutMs: 30_000,
  maxBytes: 64 * 1024 * 1024,
  maxFileBytes: 4 * 1024 ** 3,
  maxWaitMs: 15 * 60_000,
  sleep: (milliseconds) => wait(milliseconds),
  random: Math.random,
};

/** One server, as one client sees it. */
export interface Line {
  readonly home: Home;
  readonly credentials: Credentials;
  readonly queue: Queue;
  readonly manners: Partial<Manners>;
}

/** Puts a question until it is answered, or until it is no longer worth it. */
export async function ask<Value>(
  { home, credentials, queue, manners: given }: Line,
  question: Question,
  taking: Taking<Value>,
): Promise<Value> {
  const manners = { ...usual, ...given };
  let headers = await credentials.current();
  let mayRenew = credentials.canRenew;
  for (let attempt = 1; ; attempt += 1) {
    const circumstances = { home, headers, taking, bounds: manners };
    const outcome = await queue.run(question.url, () => tryOnce(question, circumstances));
    if (outcome.status === 401 && mayRenew) {
      mayRenew = false;
      attempt -= 1;
      headers = await credentials.after(headers);
      continue;
    }
    if (outcome.kind === "answer") return outcome.value;
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
