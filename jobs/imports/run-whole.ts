import { basename } from "node:path";
import { beginImport, closeAbandoned, endImport, type ImportKind } from "#db/intake/imports.ts";
import { holdLock, inTransaction, locks, type Session, withSession } from "#db/intake/session.ts";
import type { Context } from "#jobs/context.ts";
import { Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import { nothingKept } from "./nothing-kept.ts";
import type { ImportReport } from "./report.ts";
import type { Unread } from "./survey/form-of-file.ts";

export interface WholeImport {
  readonly kind: Exclude<ImportKind, "activity">;
  readonly given: { readonly path: string } | { readonly name: string };
  /** Null for the file's own name. */
  readonly source: string | null;
  readonly effectiveOn: string | null;
}

export interface WholeRun {
  readonly session: Session;
  readonly importId: number;
  readonly source: string;
  readonly refusals: Findings;
  readonly notices: Findings;
}

export interface WholeResult {
  readonly digest: Buffer | null;
  readonly read: number;
  readonly kept: number;
  readonly already: number;
  readonly effectiveOn?: string;
  /** Answers that came after the release of their wave. */
  readonly late?: number;
  /** Columns of an answers file that were not read. */
  readonly unread?: Unread;
  readonly summary: string;
}

/**
 * Runs an import that is kept whole or not at all: one transaction, one at a time. What failed
 * leaves its record and its reasons, and nothing else.
 */
export async function runWhole(
  { db, url, now }: Context,
  { kind, given, source: named, effectiveOn }: WholeImport,
  work: (run: WholeRun) => Promise<WholeResult>,
): Promise<ImportReport> {
  const source = named ?? ("path" in given ? basename(given.path) : given.name);
  if (effectiveOn !== null && !isDay(effectiveOn)) {
    throw new ImportError(`“${effectiveOn}” is not a day: write it as 2026-03-01.`);
  }
  const refusals = new Findings();
  const notices = new Findings();
  const lock = kind === "answers" ? locks.survey : locks.people;
  return withSession(url, async (session) => {
    await holdLock(session, lock);
    const importId = await beginImport(db, { kind, source, effectiveOn, now });
    await closeAbandoned(
      db,
      kind === "answers" ? [kind] : ["people", "organisation"],
      importId,
      "%",
    );
    try {
      const result = await inTransaction(session, async () => {
        const done = await work({ session, importId, source, refusals, notices });
        if (done.kept === 0 && done.already === 0 && !done.late)
          throw nothingKept(source, refusals);
        return done;
      });
      const counts = { read: result.read, kept: result.kept, refused: refusals.total };
      await endImport(
        db,
        importId,
        { state: "kept", ...counts, ...whenOf(result), refusals: refusals.list() },
        now,
      );
      const { summary, already, unread } = result;
      const lists = { refusals: refusals.list(), notices: notices.list() };
      return {
        importId,
        kind,
        source,
        state: "kept",
        ...counts,
        already,
        summary,
        ...lists,
        ...(unread && { unread }),
      };
    } catch (error) {
      const whole = error instanceof ImportError ? [reasonOf(error)] : [];
      await endImport(
        db,
        importId,
        {
          state: "refused",
          read: 0,
          kept: 0,
          refused: refusals.total,
          digest: null,
          refusals: [...whole, ...refusals.list()],
        },
        now,
      );
      throw error;
    }
  });
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function whenOf({ digest, effectiveOn }: WholeResult) {
  return { digest, ...(effectiveOn === undefined ? {} : { effectiveOn }) };
}

function reasonOf({ message }: ImportError) {
  return { line: null, field: null, reason: message, occurrences: 1 };
}
