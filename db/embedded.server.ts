import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import pg from "pg";
import { readCredentials } from "./credentials.server.ts";
import { openBinaries } from "./embedded/binaries.server.ts";
import { choosePlace, prepare } from "./embedded/files.server.ts";
import { countUsers, joinUsers, leaveUsers } from "./embedded/lease.server.ts";
import { DATABASE, OWNER, readPlace, writePlace } from "./embedded/place.server.ts";
import { findPostmaster, type Ground, launch } from "./embedded/postmaster.server.ts";
import { serverUser } from "./embedded/server-user.server.ts";
import { waitForLock } from "./folder-lock.server.ts";
import { openHome } from "./secret-file.server.ts";

export interface Embedded {
  readonly ownerUrl: string;
  readonly port: number;
  readonly pid: number;
  /** It was running already: left by a process that was killed, or in use by another command. */
  readonly reused: boolean;
  /** Ends the server, unless another process still uses it. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL of this home folder, or joins the one that runs there. The first start
 * creates the database; a server or a starter that was killed is recovered from. `options` are
 * settings of PostgreSQL, for tests that need no durable disk.
 */
export async function startEmbedded(
  home: string,
  log: (line: string) => void,
  options: Readonly<Record<string, string>> = {},
): Promise<Embedded> {
  openHome(home);
  const lock = await waitForLock(join(home, "postgres.lock"), 120);
  try {
    const user = serverUser();
    const { owner: password } = readCredentials(home);
    const place = readPlace(home) ?? choosePlace(home, user, log);
    const ground: Ground = {
      binaries: openBinaries(user, log),
      user,
      data: place.data,
      logFile: join(home, "postgres.log"),
      options,
    };
    const running = await settled(place.data);
    if (running === null) prepare(ground, password, log);
    const server = running ?? (await bringUp(ground, place.port, log));
    if (server.port !== place.port) writePlace(home, { ...place, port: server.port });
    const ownerUrl = await openOwnDatabase(server.port, password, home);
    joinUsers(home);
    let stopping: Promise<void> | null = null;
    return {
      ownerUrl,
      port: server.port,
      pid: server.pid,
      reused: running !== null,
      stop() {
        stopping ??= stop(home, place.data);
        return stopping;
      },
    };
  } finally {
    lock.release();
  }
}

async function stop(home: string, data: string): Promise<void> {
  const lock = await waitForLock(join(home, "postgres.lock"), 120);
  try {
    leaveUsers(home);
    if (countUsers(home) > 0) return;
    const server = findPostmaster(data);
    if (server === null) return;
    // SIGINT asks for a fast shutdown: work in progress is rolled back, the files are left clean.
    process.kill(server.pid, "SIGINT");
    // One that does not end is cut off: nothing committed is lost, the next start recovers.
    const cut = setTimeout(() => process.kill(server.pid, "SIGQUIT"), 30_000);
    await until(() => findPostmaster(data)?.pid !== server.pid);
    clearTimeout(cut);
  } finally {
    lock.release();
  }
}

interface Running {
  readonly pid: number;
  readonly port: number;
}

/** A server that is starting or stopping is waited for. */
async function settled(data: string): Promise<Running | null> {
  let found = findPostmaster(data);
  await until(() => {
    found = findPostmaster(data);
    return found === null || found.ready;
  });
  return found;
}

/** Tries, half a second apart: a query that a kill left behind holds the memory until it ends. */
const PATIENCE = 120;

async function bringUp(
  ground: Ground,
  remembered: number,
  log: (line: string) => void,
): Promise<Running> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(attempt <= 2 ? remembered : 0);
    const offset = existsSync(ground.logFile) ? statSync(ground.logFile).size : 0;
    const server = launch(ground, port);
    let failure: string | null = null;
    const tellWhy = () => {
      failure ??= readFileSync(ground.logFile, "utf8").slice(offset).trim();
    };
    server.once("error", (error) => {
      failure = error.message;
    });
    server.once("exit", tellWhy);
    const slow = setTimeout(() => log("PostgreSQL is recovering what was being written"), 5000);
    await until(() => failure !== null || findPostmaster(ground.data)?.ready === true);
    clearTimeout(slow);
    server.removeListener("exit", tellWhy);
    if (failure === null && server.pid !== undefined) return { pid: server.pid, port };
    // The port was taken in between, or the killed server's last backends are still leaving.
    const passing = /could not bind|shared memory block|lock file/.test(failure ?? "");
    if (attempt === 4 && passing) log("Waiting for the last query of a killed PostgreSQL to end");
    if (!passing || attempt === PATIENCE) throw new Error(`PostgreSQL did not start: ${failure}`);
    await pause(500);
  }
}

/** The owner's address, once the product's database is there. */
async function openOwnDatabase(port: number, password: string, home: string): Promise<string> {
  const address = (name: string) => `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${name}`;
  const client = new pg.Client({ connectionString: address("postgres") });
  try {
    await client.connect();
    const { rowCount } = await client.query("select from pg_database where datname = $1", [
      DATABASE,
    ]);
    if (rowCount === 0) await client.query(`create database ${DATABASE} encoding 'UTF8'`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== "28P01") throw error;
    throw new Error(
      `The password in ${join(home, "credentials.json")} is not the one this database was made ` +
        "with: restore that file from a backup, or start with a new BAROMETER_HOME.",
    );
  } finally {
    await client.end();
  }
  return address(DATABASE);
}

/** The wished port if nobody listens on it, or else any free one. */
async function freePort(wished: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      wished === 0 ? reject(new Error("No free port.")) : resolve(freePort(0)),
    );
    probe.listen(wished, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : wished;
      probe.close(() => resolve(port));
    });
  });
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await pause(20);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
