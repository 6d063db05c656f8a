import { noteDeed } from "#db/records/audit.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** Writes down who took which file away: what has left the house is no longer behind its doors. */
export async function noteTaken(
  { db, now, viewer, language }: ViewerVisit,
  file: string,
  address: URLSearchParams,
): Promise<void> {
  // A zero character is the one the database cannot keep; and no parameter says which file it was.
  const asked = new URLSearchParams(address.toString().replaceAll("%00", ""));
  const subject = { ...Object.fromEntries(asked), file, language };
  await noteDeed(db, { at: now, actor: viewer.email, action: "figures exported", subject });
}
