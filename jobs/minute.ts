import { overdueWaves } from "#db/intake/close-wave.ts";
import { oneAtATime } from "#db/one-at-a-time.server.ts";
import { readDemoState } from "#db/records/demo-state.ts";
import type { Context } from "./context.ts";
import type { Way } from "./waves/dry-run.ts";
import { openDue } from "./waves/open.ts";
import { tellGuesses, tellProgress, tellReached } from "./waves/progress.ts";
import { remindDue } from "./waves/remind.ts";
import { carryOutWishes } from "./waves/wishes.ts";
import { closeWave } from "./waves.ts";

/**
 * What cannot wait for the night: waves open and close at their minute, and what a page asks for is
 * done. One part that fails keeps no other waiting. Returns how many failed, or null when another
 * worker is at it, or the demo company is still being made (it opens and closes waves of its past).
 */
export async function runMinute(
  context: Context,
  { ways }: { readonly ways: readonly Way[] },
): Promise<number | null> {
  return oneAtATime(context.url, "minute", async () => {
    if ((await readDemoState(context.db)) === "loading") return null;
    const parts: Readonly<Record<string, () => Promise<unknown>>> = {
      wishes: () => carryOutWishes(context, ways),
      opening: () => openDue(context, ways),
      closing: () => closeDue(context),
      reminders: () => remindDue(context),
      progress: () => tellProgress(context),
      reached: () => tellReached(context, ways),
      guesses: () => tellGuesses(context),
    };
    let failures = 0;
    for (const [name, part] of Object.entries(parts)) {
      try {
        await part();
      } catch (error) {
        failures += 1;
        context.log(`${name}: failed: ${error instanceof Error ? error.message : error}`);
      }
    }
    return failures;
  });
}

async function closeDue(context: Context): Promise<void> {
  const failures: unknown[] = [];
  for (const wave of await overdueWaves(context.db, context.now)) {
    try {
      await closeWave(context, { wave });
      context.log(`closed ${wave}`);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
