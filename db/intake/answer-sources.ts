import { sql } from "kysely";
import { decrypt, encrypt } from "#app/privacy/pseudonym.server.ts";
import type { Db } from "../client.server.ts";

/** A survey asked in another tool. */
export interface AnswerSource {
  readonly id: number;
  readonly key: string;
  readonly tool: string;
  /** As it was declared; whoever reads it checks it again. */
  readonly mapping: unknown;
  readonly readAt: Date | null;
  readonly endedAt: Date | null;
}

/** What a source's own system, and its calls, are believed by. */
export interface SourceSecrets {
  readonly token?: string | undefined;
  readonly webhook?: string | undefined;
}

/** Declares a source, or says anew what one of that key is; it is then read from its beginning. */
export async function saveSource(
  db: Db,
  secretsKey: Buffer,
  source: Pick<AnswerSource, "key" | "tool" | "mapping"> & { readonly secrets: SourceSecrets },
): Promise<void> {
  const { key, tool, mapping, secrets } = source;
  const said = {
    tool,
    mapping: JSON.stringify(mapping),
    secrets: encrypt(secretsKey, JSON.stringify(secrets)),
    bookmark: null,
    held: null,
    endedAt: null,
  };
  await db
    .insertInto("intake.answerSource")
    .values({ key, ...said })
    .onConflict((conflict) => conflict.column("key").doUpdateSet(said))
    .execute();
}

/** All sources, those that are over too. */
export async function listSources(db: Db): Promise<readonly AnswerSource[]> {
  return db
    .selectFrom("intake.answerSource")
    .orderBy("key")
    .select(["id", "key", "tool", "mapping", "readAt", "endedAt"])
    .execute();
}

export async function readSecrets(
  db: Db,
  secretsKey: Buffer,
  sourceId: number,
): Promise<SourceSecrets> {
  const { secrets } = await db
    .selectFrom("intake.answerSource")
    .where("id", "=", sourceId)
    .select("secrets")
    .executeTakeFirstOrThrow();
  return JSON.parse(decrypt(secretsKey, secrets)) as SourceSecrets;
}

/** Forgets a source and all that waits for it. False when there is none of that key. */
export async function removeSource(db: Db, key: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("intake.answerSource")
    .where("key", "=", key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Where the next reading begins: null for the beginning, which is also where it begins when the wave
 * no longer holds what it held then. An import that was taken back is read again.
 */
export async function bookmarkOf(db: Db, sourceId: number, wave: string): Promise<string | null> {
  const source = await db
    .selectFrom("intake.answerSource")
    .where("id", "=", sourceId)
    .select(["bookmark", "held"])
    .executeTakeFirstOrThrow();
  return source.held === (await heldIn(db, wave)) ? source.bookmark : null;
}

export async function saveBookmark(
  db: Db,
  sourceId: number,
  read: { readonly wave: string; readonly bookmark: string | null; readonly at: Date },
): Promise<void> {
  await db
    .updateTable("intake.answerSource")
    .set({ bookmark: read.bookmark, held: await heldIn(db, read.wave), readAt: read.at })
    .where("id", "=", sourceId)
    .execute();
}

/** Its wave is released: it is not read again, and nothing of it waits. */
export async function endSource(db: Db, sourceId: number, at: Date): Promise<void> {
  await db
    .updateTable("intake.answerSource")
    .set({ endedAt: at })
    .where("id", "=", sourceId)
    .execute();
  await emptyWaitingResponses(db, sourceId);
}

/** Keeps what a tool told by itself, each response once; told again before it is taken, the last word counts. */
export async function keepWaitingResponse(
  db: Db,
  directoryKey: Buffer,
  { sourceId, response, told }: { sourceId: number; response: Buffer; told: object },
): Promise<void> {
  const sealed = encrypt(directoryKey, JSON.stringify(told));
  await db
    .insertInto("intake.answerWaiting")
    .values({ sourceId, response, told: sealed })
    .onConflict((conflict) =>
      conflict
        .columns(["sourceId", "response"])
        .doUpdateSet({ told: sealed })
        .where("intake.answerWaiting.told", "is not", null),
    )
    .execute();
}

/** What waits for a source, in an order that says nothing. */
export async function readWaitingResponses(
  db: Db,
  directoryKey: Buffer,
  sourceId: number,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows = await db
    .selectFrom("intake.answerWaiting")
    .where("sourceId", "=", sourceId)
    .where("told", "is not", null)
    .orderBy("response")
    .select("told")
    .execute();
  return rows.flatMap(({ told }) =>
    told === null ? [] : [JSON.parse(decrypt(directoryKey, told)) as Record<string, string>],
  );
}

/** Taken: nothing is left of them but that they were told. */
export async function emptyWaitingResponses(db: Db, sourceId: number): Promise<void> {
  await db
    .updateTable("intake.answerWaiting")
    .set({ told: null })
    .where("sourceId", "=", sourceId)
    .where("told", "is not", null)
    .execute();
}

async function heldIn(db: Db, wave: string): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    select count(*)::integer as held from intake.response r
    join records.wave w on w.id = r.wave_id where w.key = ${wave}`.execute(db);
  return rows[0]?.held ?? 0;
}
