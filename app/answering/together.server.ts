import type { Db } from "#db/client.server.ts";
import { type Handed, handIn } from "#db/records/hand-in.ts";
import type { Outcome } from "#db/records/submit-answers.ts";
import { mayPass } from "./patient.ts";

/** So many at once at most, and so many transactions beside each other. */
const MOST = 64;
const LANES = 2;

interface Waiting {
  readonly handed: Handed;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/**
 * Hands in what comes while the last transaction runs in the next one: in the opening minute of a wave
 * a commit is shared by dozens, and otherwise nobody waits. What is acknowledged is committed.
 */
export function handInTogether(db: Db): (handed: Handed) => Promise<Outcome> {
  const waiting: Waiting[] = [];
  let running = 0;
  const pump = () => {
    while (running < LANES && waiting.length > 0) {
      running += 1;
      send(db, take(waiting)).finally(() => {
        running -= 1;
        pump();
      });
    }
  };
  return (handed) =>
    new Promise((resolve, reject) => {
      waiting.push({ handed, resolve, reject });
      pump();
    });
}

/** The first that wait, each code once, in an order of their own: two transactions never cross. */
function take(waiting: Waiting[]): readonly Waiting[] {
  const taken = new Map<string, Waiting>();
  const left: Waiting[] = [];
  for (const one of waiting.splice(0)) {
    if (taken.size >= MOST || taken.has(one.handed.code)) left.push(one);
    else taken.set(one.handed.code, one);
  }
  waiting.push(...left);
  return [...taken.values()].toSorted((a, b) => (a.handed.code < b.handed.code ? -1 : 1));
}

async function send(db: Db, together: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await handIn(
      db,
      together.map(({ handed }) => handed),
    );
    for (const [index, one] of together.entries()) one.resolve(outcomes[index] ?? "unknown");
  } catch (error) {
    if (together.length === 1 || mayPass(error)) {
      for (const one of together) one.reject(error);
      return;
    }
    // One of them does not fit its questions: the others are not to suffer for it.
    for (const one of together) await send(db, [one]);
  }
}
