import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "#app/settings.server.ts";
import { isAlive, startOf } from "#db/folder-lock.server.ts";

/** Where the receiver says that it listens, for the web process beside it. */
function placeFile(home: string): string {
  return join(home, "receiver.json");
}

/** Notes where this process listens. The file is replaced whole. */
export function noteReceiver(home: string, port: number): void {
  const draft = `${placeFile(home)}.${process.pid}`;
  const place = { port, pid: process.pid, started: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(place), { mode: 0o600 });
  renameSync(draft, placeFile(home));
}

/** Takes the note away, if it is still ours. */
export function forgetReceiver(home: string): void {
  if (readPlace(home)?.pid === process.pid) rmSync(placeFile(home), { force: true });
}

/**
 * Where the receiver is: as set, or as it noted. Null when there is none: a number that was left
 * behind by a process that is gone may be anybody's by now, and tokens would go there.
 */
export function findReceiver({
  home,
  receiver,
}: Pick<Settings, "home" | "receiver">): { readonly host: string; readonly port: number } | null {
  if (receiver !== null) return receiver;
  const place = readPlace(home);
  return place !== null && isAlive(place) ? { host: "127.0.0.1", port: place.port } : null;
}

interface Place {
  readonly port: number;
  readonly pid: number;
  readonly started: string | null;
}

function readPlace(home: string): Place | null {
  try {
    const { port, pid, started }: Partial<Place> = JSON.parse(
      readFileSync(placeFile(home), "utf8"),
    );
    if (typeof port !== "number" || typeof pid !== "number") return null;
    return { port, pid, started: started ?? null };
  } catch {
    return null;
  }
}
