import { readDemoState } from "#db/records/demo-state.ts";
import type { Context } from "./context.ts";

/**
 * Does what the worker does by itself, but not while the demo company is made: it lives months of its
 * past in a process of its own, with its own clock, and nobody else may act in it meanwhile. A
 * database that is away is left to the next time, which says so.
 */
export async function unlessFilling(
  context: Context,
  work: (context: Context) => Promise<unknown>,
): Promise<void> {
  const state = await readDemoState(context.db).catch(() => null);
  if (state !== "loading") await work(context);
}
