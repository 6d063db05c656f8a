import { decrypt, encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../client.server.ts";

export interface ConnectionDefinition {
  readonly key: string;
  readonly network: string;
  readonly title: string;
  readonly supplies: readonly string[];
  readonly fedBy?: "network" | "files";
  /** First day to read. */
  readonly beginsOn?: string | null;
  /** Stored encrypted, all of them; an empty one is taken away. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Connection {
  readonly id: number;
  readonly key: string;
  readonly network: string;
  readonly title: string;
  readonly supplies: readonly string[];
  readonly state: string;
  readonly fedBy: string;
  readonly beginsOn: string | null;
  readonly coveredTo: Date | null;
}

const columns = [
  "id",
  "key",
  "network",
  "title",
  "supplies",
  "state",
  "fedBy",
  "beginsOn",
  "coveredTo",
] as const;

/**
 * Makes a connection, or corrects what is said of it; settings that are not given stay. Returns
 * its id.
 * @throws when the key belongs to another network: what was read from one stays its own.
 */
export async function ensureConnection(
  db: Db,
  secretsKey: Buffer,
  {
    key,
    network,
    title,
    supplies,
    fedBy = "network",
    beginsOn,
    settings = {},
  }: ConnectionDefinition,
): Promise<number> {
  const known = await findConnection(db, key);
  if (known !== null && known.network !== network) {
    throw new Error(`Connection "${key}" is one to ${known.network}: give this one another key.`);
  }
  const told = { title, supplies: [...supplies], fedBy };
  const day = beginsOn === undefined ? {} : { beginsOn };
  return db.transaction().execute(async (trx) => {
    const { id } =
      known === null
        ? await trx
            .insertInto("records.connection")
            .values({ key, network, beginsOn: null, ...told, ...day })
            .returning("id")
            .executeTakeFirstOrThrow()
        : known;
    if (known !== null) {
      await trx
        .updateTable("records.connection")
        .set({ ...told, ...day })
        .where("id", "=", id)
        .execute();
    }
    for (const [name, text] of Object.entries(settings)) {
      if (text === "") {
        await trx
          .deleteFrom("intake.connectionSetting")
          .where("connectionId", "=", id)
          .where("name", "=", name)
          .execute();
        continue;
      }
      const value = encrypt(secretsKey, text);
      await trx
        .insertInto("intake.connectionSetting")
        .values({ connectionId: id, name, value })
        .onConflict((conflict) => conflict.columns(["connectionId", "name"]).doUpdateSet({ value }))
        .execute();
    }
    return id;
  });
}

export async function findConnection(db: Db, key: string): Promise<Connection | null> {
  const found = await db
    .selectFrom("records.connection")
    .where("key", "=", key)
    .select(columns)
    .executeTakeFirst();
  return found ?? null;
}

export async function listConnections(db: Db): Promise<readonly Connection[]> {
  return db.selectFrom("records.connection").orderBy("id").select(columns).execute();
}

/** The settings of a connection, decrypted. For the worker, just before it asks the network. */
export async function readSettingsOf(
  db: Db,
  secretsKey: Buffer,
  connectionId: number,
): Promise<Readonly<Record<string, string>>> {
  const rows = await db
    .selectFrom("intake.connectionSetting")
    .where("connectionId", "=", connectionId)
    .select(["name", "value"])
    .execute();
  try {
    return Object.fromEntries(rows.map(({ name, value }) => [name, decrypt(secretsKey, value)]));
  } catch (cause) {
    throw new Error(LOCKED, { cause });
  }
}

/** Why nothing can be done with the settings of a connection, and what to do. */
export const LOCKED =
  "its settings cannot be decrypted with the keys of this folder. To do: put back the keys.json they were encrypted with, or give them again with “barometer networks add”.";

export interface Cursor {
  readonly cursor: string | null;
  /** The window it is in the middle of, or at the end of. */
  readonly windowFrom: Date | null;
  readonly windowTo: Date | null;
}

/** What the last committed page said. */
export async function readCursor(db: Db, connectionId: number): Promise<Cursor | null> {
  const found = await db
    .selectFrom("intake.connectionCursor")
    .where("connectionId", "=", connectionId)
    .select(["cursor", "windowFrom", "windowTo"])
    .executeTakeFirst();
  return found ?? null;
}

/** Everything up to here has been read. It never goes back. */
export async function markCovered(db: Db, connectionId: number, to: Date): Promise<void> {
  await db
    .updateTable("records.connection")
    .set({ coveredTo: to })
    .where("id", "=", connectionId)
    .where((eb) => eb.or([eb("coveredTo", "is", null), eb("coveredTo", "<", to)]))
    .execute();
}
