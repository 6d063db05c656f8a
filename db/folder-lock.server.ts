import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";

const holderShape = z.object({
  pid: z.number().int(),
  /** When the process started, as the system counts it: a pid alone comes back after a restart. */
  started: z.string().nullable(),
  note: z.string(),
});

/** Who holds a lock, and the note they left for whoever finds it taken. */
export type Holder = z.infer<typeof holderShape>;

export type Lock =
  | { readonly held: true; note(text: string): void; release(): void }
  | { readonly held: false; readonly holder: Holder };

/**
 * Takes the lock file, or says who has it. A lock whose process is gone (killed, or from before a
 * restart of the machine or the container) is taken over.
 */
export function takeLock(path: string, note = ""): Lock {
  const me = { pid: process.pid, started: startOf(process.pid) };
  for (;;) {
    const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
    writeFileSync(draft, JSON.stringify({ ...me, note }), { mode: 0o600 });
    try {
      // A hard link either appears whole or not at all, so no one reads half a lock.
      linkSync(draft, path);
      return { held: true, note: rewrite, release };
    } catch (error) {
      if (!isCode(error, "EEXIST")) throw error;
    } finally {
      rmSync(draft, { force: true });
    }
    const holder = readHolder(path);
    if (holder !== null && isAlive(holder)) return { held: false, holder };
    clear(path, holder);
  }

  function rewrite(text: string): void {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ ...me, note: text }), { mode: 0o600 });
    renameSync(draft, path);
  }

  function release(): void {
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
  }
}

/** Takes the lock, waiting for whoever has it; gives up with their pid in the message. */
export async function waitForLock(path: string, seconds: number): Promise<Lock & { held: true }> {
  for (let left = seconds * 20; ; left -= 1) {
    const lock = takeLock(path);
    if (lock.held) return lock;
    if (left <= 0) throw new Error(`${path} has been held by process ${lock.holder.pid} too long.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Whether the process that wrote this is still the one with that number. */
export function isAlive({ pid, started }: Pick<Holder, "pid" | "started">): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is such a process, and it is somebody else's.
    if (!isCode(error, "EPERM")) return false;
  }
  return process.platform !== "linux" || startOf(pid) === started;
}

/** Null where the system does not tell, and for a process that is dead and not yet buried. */
export function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function readHolder(path: string): Holder | null {
  try {
    return holderShape.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** Two processes may find the same stale lock: what was moved away is checked, and put back if new. */
function clear(path: string, stale: Holder | null): void {
  const aside = `${path}.stale.${randomBytes(4).toString("hex")}`;
  try {
    renameSync(path, aside);
    const moved = readHolder(aside);
    if (moved !== null && (moved.pid !== stale?.pid || moved.started !== stale.started)) {
      linkSync(aside, path);
    }
  } catch (error) {
    if (!isCode(error, "ENOENT") && !isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
