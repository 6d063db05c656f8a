import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import type { Binaries } from "./binaries.server.ts";
import type { ServerUser } from "./server-user.server.ts";

/** A PostgreSQL server found in a data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Everything needed to run the server of one data folder. */
export interface Ground {
  readonly binaries: Binaries;
  readonly user: ServerUser | null;
  readonly data: string;
  readonly logFile: string;
  /** Settings beyond our own, by name. */
  readonly options: Readonly<Record<string, string>>;
}

/**
 * The server of this data folder, if one runs. The pid file alone does not say so: it survives a
 * kill -9, and after a restart of a container its number belongs to something else.
 */
export function findPostmaster(data: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!runs(pid)) return null;
  if (!worksIn(pid, data)) {
    // PostgreSQL would refuse to start, taking the stranger with that number for its old self.
    rmSync(join(data, "postmaster.pid"), { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Starts the server outside our process group: Ctrl-C must reach it last, through us. */
export function launch(ground: Ground, port: number): ChildProcess {
  const { binaries, user, data, logFile } = ground;
  const log = openSync(logFile, "a", 0o600);
  const options = [
    ["listen_addresses", "127.0.0.1"],
    ["unix_socket_directories", ""],
    ["shared_buffers", `${sharedBuffers()}MB`],
    ["max_wal_size", "4GB"],
    ["wal_compression", "on"],
    ["jit", "off"],
    // What people answered must not end up in a log beside an error message.
    ["log_min_error_statement", "panic"],
    ["log_error_verbosity", "terse"],
    ["log_timezone", "UTC"],
    ["timezone", "UTC"],
    ...Object.entries(ground.options),
  ].flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  try {
    const server = spawn(binaries.postgres, ["-D", data, "-p", String(port), ...options], {
      ...identity(user),
      cwd: "/",
      env: environment(),
      detached: true,
      stdio: ["ignore", log, log],
    });
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

/** Creates the database files under a password only `passwordFile` holds; sorting is by code point. */
export function initialise(
  { binaries, user }: Ground,
  data: string,
  passwordFile: string,
  owner: string,
) {
  const made = spawnSync(
    binaries.initdb,
    [
      `--pgdata=${data}`,
      `--username=${owner}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
    ],
    { ...identity(user), cwd: "/", env: environment(), encoding: "utf8" },
  );
  if (made.status !== 0) {
    throw new Error(`PostgreSQL could not be set up: ${made.error?.message ?? made.stderr.trim()}`);
  }
}

/** Whether there is such a process, ours or somebody else's. */
function runs(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A server works inside its data folder. Where the system does not tell, it is taken at its word. */
function worksIn(pid: number, data: string): boolean {
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

function identity(user: ServerUser | null): { uid?: number; gid?: number } {
  return user === null ? {} : { uid: user.uid, gid: user.gid };
}

/** Nothing of ours is handed on: variables such as PGDATA would change what the server does. */
function environment(): NodeJS.ProcessEnv {
  return { LC_ALL: "C" } as unknown as NodeJS.ProcessEnv;
}

/** An eighth of the memory, since pages and worker live on the same machine; at most 1 GB. */
function sharedBuffers(): number {
  return Math.round(Math.min(1024, Math.max(128, totalmem() / 8 / 2 ** 20)));
}
