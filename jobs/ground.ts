import { openDatabase } from "#db/client.server.ts";
import { type Credentials, type Login, readCredentials } from "#db/credentials.server.ts";
import { type Embedded, startEmbedded } from "#db/embedded.server.ts";
import { loginUrl } from "#db/logins.server.ts";
import { migrate } from "#db/migrate.ts";
import { prepareQueue } from "#db/queue.server.ts";
import { recordNetworks } from "#db/records/record-networks.ts";
import { declaredOf } from "#jobs/connectors/declared.ts";
import { connectors } from "#jobs/connectors/index.ts";
import { CommandError } from "./exit-codes.ts";

/** The part of the settings that says where the database is. */
export interface GroundSettings {
  readonly home: string;
  readonly databaseUrl: string | null;
}

/** A database that runs and is up to date. */
export interface Ground {
  url(login: Login): string;
  /** The migrations this opening applied. */
  readonly migrated: readonly string[];
  /** Null when the database is somebody else's. */
  readonly embedded: Embedded | null;
  close(): Promise<void>;
}

/**
 * Starts our PostgreSQL, or joins it if it runs, or reaches the one in DATABASE_URL; then brings it up
 * to date. Whoever opens it closes it: our PostgreSQL ends with the last who uses it.
 */
export async function openGround(
  settings: GroundSettings,
  log: (line: string) => void,
): Promise<Ground> {
  const embedded = settings.databaseUrl === null ? await startEmbedded(settings.home, log) : null;
  const url = (login: Login) => loginUrl(login, settings);
  try {
    const migrated = await migrate(url("owner"), {
      passwords: withoutOwner(readCredentials(settings.home)),
    });
    await prepareQueue(url("owner"));
    await recordDeclared(url("owner"));
    return { url, migrated, embedded, close: async () => embedded?.stop() };
  } catch (error) {
    await embedded?.stop();
    throw explained(error);
  }
}

/** Does a piece of work on the database and leaves it as it was found: running or not. */
export async function withGround<Result>(
  settings: GroundSettings,
  log: (line: string) => void,
  work: (ground: Ground) => Promise<Result>,
): Promise<Result> {
  const ground = await openGround(settings, log);
  try {
    return await work(ground);
  } finally {
    await ground.close();
  }
}

/** What this version can read, for the pages: they know no connector. */
async function recordDeclared(url: string): Promise<void> {
  const db = openDatabase(url, { max: 1 });
  try {
    await recordNetworks(
      db,
      connectors.map((connector) => ({
        network: connector.network,
        title: connector.title,
        declaration: declaredOf(connector),
      })),
    );
  } finally {
    await db.destroy();
  }
}

/** What a person can do about a database that cannot be reached. */
export function explained(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "ETIMEDOUT":
      return new CommandError(
        `The database does not answer (${code}). Check DATABASE_URL, and that the server runs.`,
      );
    case "28P01":
    case "28000":
      return new CommandError(
        "The database refuses the login. Check the name and the password in DATABASE_URL.",
      );
    case "3D000":
      return new CommandError(
        "The server has no such database. Create it, or correct the name in DATABASE_URL.",
      );
    default:
      return error;
  }
}

function withoutOwner({ owner: _, ...passwords }: Credentials): Omit<Credentials, "owner"> {
  return passwords;
}
