import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { CanonicalRecord } from "#app/model/canonical.ts";
import { decrypt, encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../client.server.ts";
import { storeConsents } from "./deliveries/consents.ts";

/** After so many failures a message is left aside, so that it cannot keep the others waiting. */
const PATIENCE = 5;
/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const MOST = 5_000;

/** One message of a network, as its parser left it. */
export interface Kept {
  readonly id: string;
  readonly records: readonly CanonicalRecord[];
}

export interface Waiting {
  readonly id: number;
  readonly records: readonly CanonicalRecord[];
}

/**
 * Keeps what a network sent until it is stored, each message once; returns how many were not known.
 * Who says STOP is heard in the same transaction: when this returns, it is in force.
 */
export async function keepMessages(
  db: Db,
  directoryKey: Buffer,
  connectionId: number,
  messages: readonly Kept[],
  receivedAt: Date,
): Promise<number> {
  const telling = messages.filter(({ records }) => records.length > 0);
  const consents = telling.flatMap(({ records }) =>
    records.filter((record) => record.type === "consent"),
  );
  const rows = telling.map(({ id, records }) => ({
    connectionId,
    message: createHash("sha256").update(id).digest(),
    records: encrypt(directoryKey, JSON.stringify(records)),
    receivedAt,
  }));
  if (rows.length <= MOST && consents.length === 0) return insert(db, rows);
  return db.transaction().execute(async (trx) => {
    let added = 0;
    for (let from = 0; from < rows.length; from += MOST) {
      added += await insert(trx, rows.slice(from, from + MOST));
    }
    await storeConsents(trx, connectionId, consents);
    return added;
  });
}

interface Row {
  readonly connectionId: number;
  readonly message: Buffer;
  readonly records: Buffer;
  readonly receivedAt: Date;
}

async function insert(db: Db, rows: readonly Row[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto("intake.delivery")
    .values([...rows])
    .onConflict((conflict) => conflict.columns(["connectionId", "message"]).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows);
}

/** The connections something waits for, unless they are paused. */
export async function awaitedConnections(
  db: Db,
): Promise<readonly { readonly id: number; readonly key: string; readonly network: string }[]> {
  return db
    .selectFrom("records.connection as c")
    .where("c.state", "=", "active")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("intake.delivery as d")
          .whereRef("d.connectionId", "=", "c.id")
          .where("d.records", "is not", null)
          .where("d.attempts", "<", PATIENCE),
      ),
    )
    .orderBy("c.id")
    .select(["c.id", "c.key", "c.network"])
    .execute();
}

/**
 * The oldest messages of a connection after `after` that were not stored yet, decrypted. Those
 * the present key does not open are left aside, and forgotten in their time.
 */
export async function readWaiting(
  db: Db,
  directoryKey: Buffer,
  connectionId: number,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<{
  readonly waiting: readonly Waiting[];
  readonly illegible: number;
  /** Where the next reading begins; null when nothing is left. */
  readonly last: number | null;
}> {
  const rows = await db
    .selectFrom("intake.delivery")
    .where("connectionId", "=", connectionId)
    .where("records", "is not", null)
    .where("attempts", "<", PATIENCE)
    .where("id", ">", after)
    .orderBy("id")
    .limit(most)
    .select(["id", "records"])
    .execute();
  const read = rows.map(({ id, records }) => ({ id, records: opened(directoryKey, records) }));
  const illegible = read.filter(({ records }) => records === null).map(({ id }) => id);
  if (illegible.length > 0) await countFailures(db, illegible, PATIENCE);
  return {
    waiting: read.flatMap(({ id, records }) => (records === null ? [] : [{ id, records }])),
    illegible: illegible.length,
    last: rows.at(-1)?.id ?? null,
  };
}

function opened(key: Buffer, records: Buffer | null): readonly CanonicalRecord[] | null {
  if (records === null) return null;
  try {
    return JSON.parse(decrypt(key, records)) as readonly CanonicalRecord[];
  } catch {
    return null;
  }
}

/** Stored: nothing is left of a message but that it was there. */
export async function emptyMessages(db: Db, ids: readonly number[]): Promise<void> {
  await db
    .updateTable("intake.delivery")
    .set({ records: null })
    .where("id", "=", sql<number>`any(${[...ids]}::bigint[])`)
    .execute();
}

/** Counts failures to store these messages; after too many they are not tried again. */
export async function countFailures(
  db: Db,
  ids: readonly number[],
  failures: number,
): Promise<void> {
  await db
    .updateTable("intake.delivery")
    .set({ attempts: sql`attempts + ${failures}` })
    .where("id", "=", sql<number>`any(${[...ids]}::bigint[])`)
    .execute();
}
