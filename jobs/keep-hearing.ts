import { awaitedConnections } from "#db/intake/deliveries.ts";
import { type Drained, drain } from "#jobs/receiver/drain.ts";
import type { Context } from "./context.ts";
import { failureCode } from "./failure-code.ts";
import { unlessFilling } from "./unless-filling.ts";

const SECONDS_BETWEEN = 60;

/**
 * Stores what networks sent, every minute: the receiver only says that it arrived. A minute that
 * fails is said, and the next one tries again. `context` is asked for each time: time goes on.
 */
export function keepHearing(context: () => Context): { stop(): Promise<void> } {
  let hearing: Promise<void> = Promise.resolve();
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    hearing = unlessFilling(context(), hearAll).finally(() => {
      isBusy = false;
    });
  }, SECONDS_BETWEEN * 1000);
  return {
    async stop() {
      clearInterval(timer);
      await hearing;
    },
  };
}

/** Stores everything that waits, of every connection that is not paused. */
export async function hearAll(context: Context): Promise<void> {
  try {
    for (const connection of await awaitedConnections(context.db)) {
      const drained = await drainOrSay(context, connection);
      if (drained === null) continue;
      const { messages, added, refusals, failed, illegible } = drained;
      const notes = [
        ...refusals.list().map(({ reason, field, occurrences }) => {
          return `${occurrences} × ${field === null ? "" : `${field}: `}${reason}`;
        }),
        ...(failed > 0 ? [`${failed} the database does not take`] : []),
        ...(illegible > 0 ? [`${illegible} the present keys do not open`] : []),
      ];
      const more = notes.length > 0 ? `; ${notes.join("; ")}` : "";
      context.log(`${connection.key}: ${messages} messages heard, ${added} new acts${more}`);
    }
  } catch (error) {
    context.log(
      `What networks sent could not be stored (${failureCode(error)}): again in a minute`,
    );
  }
}

/** Stores what one connection was sent; a failure is said, and keeps no other connection waiting. */
export async function drainOrSay(
  context: Context,
  connection: { readonly id: number; readonly key: string },
): Promise<Drained | null> {
  try {
    return await drain(context, connection);
  } catch (error) {
    context.log(`${connection.key}: what it sent could not be stored (${failureCode(error)})`);
    return null;
  }
}
