import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** The account PostgreSQL runs under, when it may not run under ours. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * PostgreSQL refuses to run as root. Root lends it the account `postgres`, made if the system has
 * none, or else `nobody`. Null for everybody else: the server runs as they do.
 */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const existing = accountOf("postgres");
  if (existing !== null) return existing;
  spawnSync("groupadd", ["--system", "postgres"], { stdio: "ignore" });
  const home = ["--no-create-home", "--home-dir", "/nonexistent"];
  spawnSync("useradd", ["--system", "--gid", "postgres", ...home, "postgres"], { stdio: "ignore" });
  const made = accountOf("postgres") ?? accountOf("nobody");
  if (made !== null) return made;
  throw new Error(
    "PostgreSQL does not run as root, and this system has no account to lend it. " +
      "Start as another user, or set DATABASE_URL.",
  );
}

/** Whether that account can enter the folder, whatever the modes and access lists above it say. */
export function canEnter(user: ServerUser | null, folder: string): boolean {
  if (user === null) return true;
  const { uid, gid } = user;
  const entered = spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], {
    uid,
    gid,
    cwd: "/",
    stdio: "ignore",
  });
  if (entered.error) throw new Error(`Cannot run as ${user.name}: ${entered.error.message}`);
  return entered.status === 0;
}

/**
 * A folder that any account can enter, for what cannot stay where root keeps the rest. It must be
 * ours: /var/tmp is open to everybody, and programs are run from here.
 */
export function openShelter(id: string): string {
  for (const base of ["/var/lib", "/var/tmp"]) {
    const top = join(base, "frontline-barometer");
    const folder = join(top, id);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
    } catch {
      continue;
    }
    const ours = [top, folder].every((path) => lstatSync(path).uid === process.getuid?.());
    if (!ours) continue;
    for (const path of [top, folder]) chmodSync(path, 0o755);
    return folder;
  }
  throw new Error(
    "There is no folder that PostgreSQL's own account could enter: set DATABASE_URL.",
  );
}

function accountOf(name: string): ServerUser | null {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number(stdout) : Number.NaN;
  });
  if (uid === undefined || gid === undefined || !(uid > 0)) return null;
  return { name, uid, gid };
}
