import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { AnswerRecord, UndeliveredRecord } from "#app/model/canonical.ts";
import { derivedKey } from "#app/privacy/derived-key.server.ts";
import { decrypt, encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../../client.server.ts";
import { currentIds } from "./aliases.ts";

const PURPOSE = "answers on their way in";
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
): Promise<readonly { readonly id: number; readonly network: string }[]> {
  return db
    .selectFrom("records.connection as c")
    .where("c.state", "=", "active")
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("intake.inboundAnswer as a")
          .whereRef("a.connectionId", "=", "c.id")
          .where("a.value", "is not", null),
      ),
    )
    .orderBy("c.id")
    .select(["c.id", "c.network"])
    .execute();
}

/**
 * Hands the oldest answers of a connection to the channel that asked, under the ids people have now,
 * and empties them when it has done with them: both or neither. Returns how many there were.
 */
export async function takeInboundAnswers(
  db: Db,
  secretsKey: Buffer,
  connectionId: number,
  take: (
    answers: readonly AnswerRecord[],
    db: Db,
    undelivered: readonly UndeliveredRecord[],
  ) => Promise<void>,
  most = 1_000,
): Promise<number> {
  const key = derivedKey(secretsKey, PURPOSE);
  return db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom("intake.inboundAnswer")
      .where("connectionId", "=", connectionId)
      .where("value", "is not", null)
      .orderBy("id")
      .limit(most)
      .forUpdate()
      .skipLocked()
      .select(["id", "value"])
      .execute();
    const told = rows.flatMap(({ value }) =>
      value === null ? [] : [JSON.parse(decrypt(key, value)) as AnswerRecord | UndeliveredRecord],
    );
    if (told.length === 0) return 0;
    const answers = told.filter((one) => one.type === "answer");
    const undelivered = told.filter((one) => one.type === "undelivered");
    const members = answers.map(({ member }) => member);
    const now = await currentIds(trx, connectionId, members);
    await take(
      answers.map((answer) => ({ ...answer, member: now.get(answer.member) ?? answer.member })),
      trx,
      undelivered,
    );
    await trx
      .updateTable("intake.inboundAnswer")
      .set({ value: null })
      .where("id", "=", sql<number>`any(${rows.map(({ id }) => id)}::bigint[])`)
      .execute();
    return told.length;
  });
}
