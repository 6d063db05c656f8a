import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAlive, startOf } from "../folder-lock.server.ts";

/** Notes that this process uses the server of this home: whoever leaves last ends it. */
export function joinUsers(home: string): void {
  mkdirSync(folder(home), { recursive: true, mode: 0o700 });
  writeFileSync(file(home), startOf(process.pid) ?? "", { mode: 0o600 });
}

/** Takes back what `joinUsers` noted. */
export function leaveUsers(home: string): void {
  rmSync(file(home), { force: true });
}

/** How many processes still use it; those that were killed do not count. */
export function countUsers(home: string): number {
  let count = 0;
  for (const name of readdirSync(folder(home))) {
    const path = join(folder(home), name);
    const started = readFileSync(path, "utf8") || null;
    if (isAlive({ pid: Number(name), started })) count += 1;
    else rmSync(path, { force: true });
  }
  return count;
}

function folder(home: string): string {
  return join(home, "postgres-users");
}

function file(home: string): string {
  return join(folder(home), String(process.pid));
}
