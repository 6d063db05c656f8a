import { sql } from "kysely";
import type { Db } from "../client.server.ts";

export type ImportKind = "people" | "organisation" | "activity" | "answers";

export interface ImportEnd {
  readonly state: "kept" | "refused";
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
  readonly digest: Buffer | null;
  /** The day it turned out to be true on, where the file itself says. */
  readonly effectiveOn?: string;
  readonly refusals: readonly {
    readonly line: number | null;
    readonly field: string | null;
    readonly reason: string;
    readonly occurrences: number;
  }[];
}

export interface ListedImport {
  readonly id: number;
  readonly kind: string;
  readonly source: string;
  readonly effectiveOn: string | null;
  readonly state: string;
  readonly startedAt: Date;
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
}

/** Writes down that an import has begun; outside its transaction, so that a failure leaves a trace. */
export async function beginImport(
  db: Db,
  { kind, source, effectiveOn, now }: BeginningImport,
): Promise<number> {
  const { id } = await db
    .insertInto("intake.import")
    .values({ kind, source, effectiveOn, startedAt: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

export interface BeginningImport {
  readonly kind: ImportKind;
  readonly source: string;
  readonly effectiveOn: string | null;
  readonly now: Date;
}

/** Writes down how an import ended, with what it could not keep. */
export async function endImport(db: Db, id: number, end: ImportEnd, at: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { refusals, ...counts } = end;
    await trx
      .updateTable("intake.import")
      .set({ ...counts, finishedAt: at })
      .where("id", "=", id)
      .execute();
    if (refusals.length === 0) return;
    await trx
      .insertInto("intake.importRefusal")
      .values(refusals.map((refusal) => ({ importId: id, ...refusal })))
      .execute();
  });
}

/**
 * Marks what an earlier process began and never ended. Only for whoever holds the lock of that
 * kind of intake: then nobody else can be at it.
 */
export async function closeAbandoned(
  db: Db,
  kinds: readonly ImportKind[],
  id: number,
  /** A pattern of SQL's `like`. */
  sources: string,
): Promise<void> {
  await db
    .updateTable("intake.import")
    .set({ state: "refused" })
    .where("state", "=", "running")
    .where("kind", "in", kinds)
    .where("id", "<", id)
    .where("source", "like", sources)
    .execute();
}

/** The import that kept this very file, if any. */
export async function findKept(
  db: Db,
  kind: ImportKind,
  digest: Buffer,
): Promise<{ id: number; startedAt: Date } | null> {
  const found = await db
    .selectFrom("intake.import")
    .where("kind", "=", kind)
    .where("digest", "=", digest)
    .where("state", "=", "kept")
    .orderBy("id", "desc")
    .select(["id", "startedAt"])
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

export async function listImports(db: Db): Promise<readonly ListedImport[]> {
  return db
    .selectFrom("intake.import")
    .orderBy("id", "desc")
    .limit(200)
    .select([
      "id",
      "kind",
      "source",
      "effectiveOn",
      "state",
      "startedAt",
      "read",
      "kept",
      "refused",
    ])
    .execute();
}

/** Takes an import back: what it brought goes, what it retired returns. @throws why it cannot. */
export async function undoImport(db: Db, actor: string, id: number): Promise<void> {
  await sql`select intake.undo_import(${actor}, ${id}::integer)`.execute(db);
}
