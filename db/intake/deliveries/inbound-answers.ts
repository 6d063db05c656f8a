import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AnswerRecord, UndeliveredRecord } from "#app/model/canonical.ts";
import { derivedKey } from "#app/privacy/derived-key.server.ts";
import { decrypt, encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../../client.server.ts";
import { isOfOneRow } from "../../is-of-one-row.ts";
import { currentIds } from "./aliases.ts";

const PURPOSE = "answers on their way in";
/** After so many failures an answer is left aside, so that it cannot keep the others waiting. */
const PATIENCE = 5;
/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const MOST = 5_000;

/**
 * Keeps answers given inside a network, each once, until the channel that asked takes them; and what it
 * says of messages of ours that did not arrive.
 */
export async function storeInboundAnswers(
  db: Db,
  secretsKey: Buffer,
  connectionId: number,
  answers: readonly (AnswerRecord | UndeliveredRecord)[],
  receivedAt: Date,
): Promise<void> {
  const key = derivedKey(secretsKey, PURPOSE);
  for (let from = 0; from < answers.length; from += MOST) {
    await db
      .insertInto("intake.inboundAnswer")
      .values(
        answers.slice(from, from + MOST).map((answer) => ({
          connectionId,
          answer: createHash("sha256").update(answer.id).digest(),
          value: encrypt(key, JSON.stringify(answer)),
          receivedAt,
        })),
      )
      .onConflict((conflict) => conflict.columns(["connectionId", "answer"]).doNothing())
      .execute();
  }
}

/** The connections whose answers wait to be taken, unless they are paused. */
export async function connectionsWithAnswers(
  db: Db,
): Promise<readonly { readonly id: number; readonly key: string; readonly network: string }[]> {
  return db
    .selectFrom("records.connection as c")
    .where("c.state", "=", "active")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("intake.inboundAnswer as a")
          .whereRef("a.connectionId", "=", "c.id")
          .where("a.value", "is not", null)
          .where("a.attempts", "<", PATIENCE),
      ),
    )
    .orderBy("c.id")
    .select(["c.id", "c.key", "c.network"])
    .execute();
}

/** Where a reading of waiting answers begins, and how many it takes. */
export interface From {
  readonly connectionId: number;
  /** The id of the last one seen, 0 at first. */
  readonly after: number;
  readonly most: number;
}

/** What a reading saw; null when nothing waits any more. */
export type Seen = {
  readonly last: number;
  /** Answers the present keys do not open: left aside, for they never will. */
  readonly illegible: number;
  /** One that could not be taken, by itself: it is tried a few times more. */
  readonly failed: number;
} | null;

type Take = (
  answers: readonly AnswerRecord[],
  db: Db,
  undelivered: readonly UndeliveredRecord[],
) => Promise<void>;

/**
 * Hands the oldest answers of a connection to the channel that asked, under the ids people have now,
 * and empties them when it has done with them: both or neither.
 * @throws what `take` throws when there were several: whose fault it is shows one by one.
 */
export async function takeInboundAnswers(
  db: Db,
  secretsKey: Buffer,
  { connectionId, after, most }: From,
  take: Take,
): Promise<Seen> {
  const key = derivedKey(secretsKey, PURPOSE);
  let alone: number | null = null;
  try {
    return await db.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom("intake.inboundAnswer")
        .where("connectionId", "=", connectionId)
        .where("value", "is not", null)
        .where("attempts", "<", PATIENCE)
        .where("id", ">", after)
        .orderBy("id")
        .limit(most)
        .forUpdate()
        .skipLocked()
        .select(["id", "value"])
        .execute();
      const last = rows.at(-1);
      if (last === undefined) return null;
      if (rows.length === 1) alone = last.id;
      const told = rows.map(({ id, value }) => ({ id, said: opened(key, value) }));
      const illegible = told.filter(({ said }) => said === null).map(({ id }) => id);
      if (illegible.length > 0) await leaveAside(trx, illegible, PATIENCE);
      const legible = told.flatMap(({ said }) => said ?? []);
      const answers = legible.filter((one) => one.type === "answer");
      const undelivered = legible.filter((one) => one.type === "undelivered");
      const members = answers.map(({ member }) => member);
      const now = await currentIds(trx, connectionId, members);
      const current = answers.map((one) => ({ ...one, member: now.get(one.member) ?? one.member }));
      await take(current, trx, undelivered);
      const taken = told.filter(({ said }) => said !== null).map(({ id }) => id);
      await trx
        .updateTable("intake.inboundAnswer")
        .set({ value: null })
        .where("id", "=", sql<number>`any(${taken}::bigint[])`)
        .execute();
      return { last: last.id, illegible: illegible.length, failed: 0 };
    });
  } catch (error) {
    if (alone === null || !isOfOneRow(error)) throw error;
    await leaveAside(db, [alone], 1);
    return { last: alone, illegible: 0, failed: 1 };
  }
}

/** Counts failures; after too many an answer is not tried again, and is forgotten in its time. */
async function leaveAside(db: Db, ids: readonly number[], failures: number): Promise<void> {
  await db
    .updateTable("intake.inboundAnswer")
    .set({ attempts: sql`attempts + ${failures}` })
    .where("id", "=", sql<number>`any(${[...ids]}::bigint[])`)
    .execute();
}

/** Null when it was closed with another key, or is damaged. */
function opened(key: Buffer, value: Buffer | null): AnswerRecord | UndeliveredRecord | null {
  if (value === null) return null;
  try {
    return JSON.parse(decrypt(key, value)) as AnswerRecord | UndeliveredRecord;
  } catch {
    return null;
  }
}
