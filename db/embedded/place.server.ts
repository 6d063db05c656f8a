import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { z } from "zod";

/** The database the product lives in, and the login that owns it. */
export const DATABASE = "barometer";
export const OWNER = "barometer_owner";

const shape = z.object({
  /** Names this home's folder elsewhere, so that a home made anew never meets an old database. */
  id: z.string().min(1),
  data: z.string().min(1),
  port: z.number().int(),
});

/** Where the PostgreSQL of a home folder keeps its files, and the port it last listened on. */
export type Place = z.infer<typeof shape>;

/** Null when no PostgreSQL has been started from this home yet. */
export function readPlace(home: string): Place | null {
  try {
    const place = shape.parse(JSON.parse(readFileSync(placeFile(home), "utf8")));
    return { ...place, data: resolve(home, place.data) };
  } catch {
    return null;
  }
}

/** Replaces the file in one move, because other processes read the port from it at any time. */
export function writePlace(home: string, place: Place): void {
  const draft = `${placeFile(home)}.${process.pid}`;
  // Kept relative where it can be, so that a home folder may be moved.
  const inside = relative(home, place.data);
  const data = inside.startsWith("..") ? place.data : inside;
  writeFileSync(draft, `${JSON.stringify({ ...place, data }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, placeFile(home));
}

/** A name for a home's folder when its files cannot lie inside it. */
export function newPlaceId(): string {
  return randomBytes(6).toString("hex");
}

function placeFile(home: string): string {
  return join(home, "postgres.json");
}
