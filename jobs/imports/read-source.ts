import { dayIn } from "#app/model/period.ts";
import {
  type AnswerSource,
  bookmarkOf,
  emptyWaitingResponses,
  endSource,
  readSecrets,
  readWaitingResponses,
  saveBookmark,
} from "#db/intake/answer-sources.ts";
import { findWave } from "#db/records/define-barometer.ts";
import { doorsWith, NetworkError } from "#jobs/connectors/http.ts";
import type { Context } from "#jobs/context.ts";
import { ImportError } from "./import-error.ts";
import { checkMapping } from "./mapping/read-mapping.ts";
import { type SurveyMapping, surveyMapping } from "./mapping/survey-mapping.ts";
import { NothingKept } from "./nothing-kept.ts";
import type { ImportReport } from "./report.ts";
import { columnsOf } from "./survey/columns-of.ts";
import { importSurvey } from "./survey.ts";
import { readTool } from "./tools/read-tool.ts";
import type { Told } from "./tools/tool.ts";

/** How a reading of a source went; a report for each way its answers came. */
export interface SourceReading {
  readonly reports: readonly ImportReport[];
  /** One sentence, also when there was nothing to take. */
  readonly summary: string;
}

/**
 * Takes what is new of a survey asked in another tool: what it told by itself, then what it is asked
 * for since the last time. Nothing is taken before the day of the wave, and nothing once it is
 * released: the source is over then.
 * @throws {ImportError} when the tool cannot be read, or its answers are not what the mapping says.
 */
export async function readSource(
  context: Context,
  source: Pick<AnswerSource, "id" | "key" | "mapping">,
  options: { readonly waitMs?: number } = {},
): Promise<SourceReading> {
  const { db, keys, now } = context;
  const mapping = checkMapping(source.mapping, surveyMapping, source.key);
  const { key: wave, date } = mapping.wave;
  if (date > dayIn(context.timeZone, now)) {
    return { reports: [], summary: `answers are taken on ${date}, the day of the wave “${wave}”.` };
  }
  const reports: ImportReport[] = [];
  const waiting = await readWaitingResponses(db, keys.directory, source.id);
  if (waiting.length > 0) {
    reports.push(...(await take(context, source.key, mapping, each(waiting))));
    await emptyWaitingResponses(db, source.id);
  }
  const { token } = await readSecrets(db, keys.secrets, source.id);
  if (token !== undefined && mapping.from !== undefined) {
    const responses = readTool({
      from: mapping.from,
      token,
      client: doorsWith().client,
      columns: columnsOf(mapping),
      since: await bookmarkOf(db, source.id, wave),
      ...options,
    });
    const reading = { bookmark: null as string | null };
    reports.push(...(await take(context, source.key, mapping, following(responses, reading))));
    await saveBookmark(db, source.id, { wave, bookmark: reading.bookmark, at: now });
  }
  if ((await findWave(db, wave))?.state === "released") await endSource(db, source.id, now);
  const said = reports.map(({ summary }) => summary);
  return { reports, summary: said.join(" ") || `nothing to take for the wave “${wave}” yet.` };
}

/** No report where nothing was there to be taken, which is no trouble here. */
async function take(
  context: Context,
  key: string,
  mapping: SurveyMapping,
  records: AsyncIterable<Told>,
): Promise<readonly ImportReport[]> {
  try {
    return [await importSurvey(context, { records, name: key, mapping, isOngoing: true })];
  } catch (error) {
    if (error instanceof NothingKept && !error.message.includes("\n")) return [];
    if (!(error instanceof NetworkError)) throw error;
    throw new ImportError(`${key}: nothing was kept. ${error.message}`, { cause: error });
  }
}

/** The responses, and once they are over, where the next reading begins. */
async function* following(
  responses: AsyncGenerator<Told, string | null>,
  reading: { bookmark: string | null },
): AsyncGenerator<Told> {
  try {
    for (;;) {
      const { value, done } = await responses.next();
      if (done) {
        reading.bookmark = value;
        return;
      }
      yield value;
    }
  } finally {
    await responses.return(null);
  }
}

async function* each(records: readonly Told[]): AsyncGenerator<Told> {
  yield* records;
}
