import { dayIn } from "#app/model/period.ts";
import type { ImportedWave } from "#db/intake/answers/imported-wave.ts";
import {
  countChanged,
  countFresh,
  countLateImported,
  keepAnswers,
  refuseRepeated,
} from "#db/intake/answers/keep.ts";
import {
  addCells,
  freezeNamedUnits,
  placeByColumns,
  placeByPerson,
} from "#db/intake/answers/place.ts";
import { type StagedAnswer, stageAnswers } from "#db/intake/answers/stage.ts";
import { findKept } from "#db/intake/imports.ts";
import { writeSegments } from "#db/intake/people/places.ts";
import type { Context } from "#jobs/context.ts";
import type { Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import type { SurveyMapping } from "./mapping/survey-mapping.ts";
import type { ImportReport } from "./report.ts";
import { openRows, type RowSource, type Rows } from "./rows/open-rows.ts";
import { runWhole, type WholeRun } from "./run-whole.ts";
import { AnswerReader } from "./survey/answer-of-row.ts";
import { waveOf } from "./survey/wave-of.ts";

export type SurveySource = RowSource & {
  readonly mapping: SurveyMapping;
  /** How the file is called in reports; its own name when left out. */
  readonly source?: string | undefined;
  /** It is read again and again: what came before need not be in it, and what is late is only told. */
  readonly isOngoing?: boolean;
};

/**
 * Takes the answers of a survey asked elsewhere as one closed wave, which the next night counts and
 * releases. Whole or not at all; lines the wave holds already are not taken again.
 * @throws {ImportError} when nothing of it can be kept, or the wave is released and this would change it.
 */
export async function importSurvey(context: Context, given: SurveySource): Promise<ImportReport> {
  const { mapping } = given;
  const { date } = mapping.wave;
  if (date > dayIn(context.timeZone, context.now)) {
    throw new ImportError(`The mapping says wave.date: ${date}, which has not come yet.`);
  }
  const about = {
    kind: "answers",
    given,
    source: given.source ?? null,
    effectiveOn: date,
  } as const;
  return runWhole(context, about, async (run) => {
    const { session, importId, refusals, notices } = run;
    const wave = await waveOf(context, run.session, mapping);
    const reader = new AnswerReader(mapping, context.keys, run.source, refusals, notices);
    const rows = await openRows(given, {
      ...mapping.file,
      columns: reader.columns.names,
      optional: reader.form.optional,
      also: reader.form.also,
      heard: (header) => reader.form.heard(header),
      header: mapping.form === "qualtrics" ? "qualtrics" : undefined,
      refusals,
      notices,
      progress: (done, total) => context.progress(`Reading ${run.source}`, done, total),
    });
    const { copied, told } = await stageAnswers(session, answers(rows, reader));
    const { unfinished, trials } = reader.left;
    const read = copied + refusals.total + unfinished + trials;
    const { only } = mapping;
    if (read === 0 && only !== undefined) {
      throw new ImportError(
        `${run.source}: no line has “${only.equals.join("” or “")}” in the column “${only.column}”. Nothing was kept.`,
      );
    }
    const { inFile, before } = await refuseRepeated(session, wave.id);
    refusals.addMany({
      ...inFile,
      field: mapping.person ?? null,
      reason: "This person answers in an earlier line already. The line was left out.",
    });
    refusals.addMany({
      ...before,
      field: mapping.person ?? null,
      reason:
        "This person's answer was kept by an earlier import and is another. The line was left out: to correct answers, undo that import first.",
    });
    const staged = told - inFile.occurrences - before.occurrences;
    const fresh = await countFresh(session, wave.id);
    const already = staged - fresh;
    const result = { digest: rows.digest, read, already, unread: reader.form.unread };
    tellLeft(notices, { unfinished, trials, changed: await countChanged(session, wave.id) });
    const isSame =
      fresh === 0 &&
      (given.isOngoing || staged === wave.held || (await wasKept(context, rows.digest)));
    if (wave.isReleased && given.isOngoing && fresh > 0) {
      await countLateImported(session, wave.id, fresh);
      const summary = `${fresh} answers came after the wave “${mapping.wave.key}” was released: they are late, and not kept.`;
      return { ...result, kept: 0, late: fresh, summary };
    }
    if (wave.isReleased && !isSame) {
      throw new ImportError(
        `The wave “${mapping.wave.key}” is released, and ${run.source} is not the file it was made of. ` +
          "Nothing was kept: released figures never change. Give these answers a wave key of their own.",
      );
    }
    if (fresh === 0) {
      const summary = `nothing new for the wave “${mapping.wave.key}”.`;
      return { ...result, kept: 0, summary };
    }
    if (result.already < wave.held && !given.isOngoing) {
      const reason = `The wave holds ${wave.held - result.already} answers of an earlier import that are not in this file. They stay: if this file is to replace them, undo that import.`;
      notices.add(null, null, reason);
    }
    const units = await place(run, wave, mapping, reader);
    const kept = await keepAnswers(session, wave.id, importId);
    const within = units === null ? "" : `, in ${units} units`;
    return {
      ...result,
      kept,
      summary: `${kept} answers in the wave “${mapping.wave.key}”${within}.`,
    };
  });
}

async function* answers(rows: Rows, reader: AnswerReader): AsyncGenerator<StagedAnswer> {
  for await (const row of rows) {
    const answer = reader.read(row);
    if (answer !== null) yield answer;
  }
}

/** Gives every answer its cell. Returns how many units the file names; null where it names none. */
async function place(
  { session, notices }: WholeRun,
  wave: ImportedWave,
  mapping: SurveyMapping,
  reader: AnswerReader,
): Promise<number | null> {
  const { date } = mapping.wave;
  if (mapping.person !== undefined) {
    const { strangers, firstLine } = await placeByPerson(session, wave.id, date);
    notices.addMany({
      line: firstLine,
      field: mapping.person,
      reason: `According to the HR file this person was not employed on ${date}. The answer counts in the company as a whole.`,
      occurrences: strangers,
    });
    await addCells(session, wave.id);
    return null;
  }
  await writeSegments(
    session,
    reader.segments.map((segment) => segment.staged()),
  );
  await placeByColumns(session);
  await addCells(session, wave.id);
  const units = reader.units?.list() ?? [];
  await freezeNamedUnits(session, wave.id, date, units);
  return reader.units === null ? null : units.length;
}

/** What was read and is not among the answers kept, without being wrong. */
function tellLeft(
  notices: Findings,
  left: { readonly unfinished: number; readonly trials: number; readonly changed: number },
): void {
  const about = { line: null, field: null };
  notices.addMany({
    ...about,
    occurrences: left.unfinished,
    reason: "The response is not finished. It was left out, and is taken once it is.",
  });
  notices.addMany({
    ...about,
    occurrences: left.trials,
    reason: "The tool says it is a trial, or not from a person. It was left out.",
  });
  notices.addMany({
    ...about,
    occurrences: left.changed,
    reason:
      "The response was changed after it was taken. What was taken first stays: to take the change, undo that import; if it is the response of another survey, say survey: in the mapping.",
  });
}

async function wasKept({ db }: Context, digest: Buffer | null): Promise<boolean> {
  return digest !== null && (await findKept(db, "answers", digest)) !== null;
}
