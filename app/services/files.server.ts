import { noteDeed } from "#db/records/audit.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** Writes down who took which file away: what has left the house is no longer behind its doors. */
export async function noteTaken(
  { db, now, viewer, language }: ViewerVisit,
  file: string,
  address: URLSearchParams,
): Promise<void> {
  const subject = { file, ...Object.fromEntries(address), language };
  await noteDeed(db, { at: now, actor: viewer.email, action: "figures exported", subject });
}
