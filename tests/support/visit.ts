import type { Db } from "#db/client.server.ts";
import { viewerOf } from "./make-halles.ts";

/** A director who reads in French, on a day of November. */
export function visitOf(db: Db) {
  return {
    db,
    now: new Date("2026-11-20T10:00:00Z"),
    today: "2026-11-20",
    timeZone: "Europe/Paris",
    language: "fr",
    addressLanguage: null,
    viewer: viewerOf(),
  } as const;
}
