import { existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Settings } from "#app/settings.server.ts";
import { credentialsFile } from "#db/credentials.server.ts";
import type { Examination } from "#db/examine.server.ts";
import { cookieFile, keysFile } from "./keys.server.ts";

/** One thing looked at: what was found, and what to do about it when it is not well. */
export interface Finding {
  readonly name: string;
  readonly state: "well" | "warning" | "problem";
  readonly found: string;
  readonly advice: string | null;
}

const GIGABYTE = 2 ** 30;

/** Node, and whether it is one this product is tried on. */
export function lookAtNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 20 || (major === 20 && minor >= 19)
    ? well("Node", version)
    : problem("Node", version, "Install Node 20.19 or later; 24 is the one we use.");
}

/** Where the data lies: room left, and files nobody else may read. */
export function lookAtHome({ home }: Pick<Settings, "home">): readonly Finding[] {
  const [folder, free] = freeBytes(home);
  const gigabytes = `${(free / GIGABYTE).toFixed(1)} GB free in ${folder}`;
  const disk =
    free >= 5 * GIGABYTE
      ? well("Disk", gigabytes)
      : (free >= GIGABYTE ? warning : problem)(
          "Disk",
          gigabytes,
          "A year of a large company takes some gigabytes: make room, or move BAROMETER_HOME.",
        );
  const secrets = [credentialsFile(home), keysFile(home), cookieFile(home)];
  return [disk, ...secrets.filter(existsSync).map(lookAtSecret)];
}

/** The settings, and variables that look like one and are not. */
export function lookAtSettings(settings: Settings, strays: readonly string[]): readonly Finding[] {
  const { timeZone, night, host, port } = settings;
  const at = `${String(night.hour).padStart(2, "0")}:${String(night.minute).padStart(2, "0")}`;
  return [
    well("Settings", `pages on ${host}:${port}, night at ${at} (${timeZone})`),
    ...strays.map((name) =>
      warning("Settings", `${name} is set and nothing reads it`, "See .env.example for the names."),
    ),
  ];
}

/** What the database is and allows. */
export function lookAtDatabase(examination: Examination, timeZone: string): readonly Finding[] {
  const { version, versionNumber, encoding, missingLogins, missingExtensions } = examination;
  const mayPrepare = examination.mayCreateLogins || missingLogins.length === 0;
  return [
    versionNumber >= 150000
      ? well("PostgreSQL", version)
      : problem("PostgreSQL", version, "Move to PostgreSQL 15 or later."),
    encoding === "UTF8"
      ? well("Encoding", encoding)
      : problem("Encoding", encoding, "Create the database with encoding 'UTF8'."),
    missingExtensions.length === 0
      ? well("Extensions", "btree_gist is there")
      : problem(
          "Extensions",
          `${missingExtensions.join(", ")} missing`,
          "Install PostgreSQL's contrib package on the database server.",
        ),
    examination.mayCreateSchemas
      ? well("Rights", "the owner may create schemas")
      : problem(
          "Rights",
          "the owner may not create schemas",
          "Run: grant create on database … to the login of DATABASE_URL.",
        ),
    mayPrepare
      ? well("Logins", missingLogins.length === 0 ? "all four are there" : "will be created")
      : problem(
          "Logins",
          `${missingLogins.join(", ")} missing, and the owner may not create them`,
          "Run “barometer migrate”: it prints the SQL for whoever may.",
        ),
    examination.knowsTimeZone
      ? well("Time zone", `${timeZone} is known to the database`)
      : problem(
          "Time zone",
          `the database does not know ${timeZone}`,
          "Set BAROMETER_TIME_ZONE to a name in pg_timezone_names.",
        ),
  ];
}

export function well(name: string, found: string): Finding {
  return { name, state: "well", found, advice: null };
}

export function warning(name: string, found: string, advice: string): Finding {
  return { name, state: "warning", found, advice };
}

export function problem(name: string, found: string, advice: string): Finding {
  return { name, state: "problem", found, advice };
}

function lookAtSecret(path: string): Finding {
  const mode = statSync(path).mode & 0o777;
  return process.platform === "win32" || (mode & 0o077) === 0
    ? well("Secrets", `${path} is readable by its owner only`)
    : problem("Secrets", `${path} has mode ${mode.toString(8)}`, `Run: chmod 600 ${path}`);
}

/** Of the folder, or of the nearest one above it that is there already. */
function freeBytes(folder: string): readonly [folder: string, bytes: number] {
  if (!existsSync(folder)) return freeBytes(dirname(folder));
  const { bavail, bsize } = statfsSync(folder);
  return [folder, bavail * bsize];
}
