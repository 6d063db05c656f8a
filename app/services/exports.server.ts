import { may, type Viewer } from "#app/model/viewer.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { floors } from "#app/privacy/policy.ts";
import { figuresOfPart, waveFigures, weekFigures } from "#db/figures/released-figures.ts";
import { noteDeed } from "#db/records/audit.ts";
import { readAskedChoices, readAskedItems } from "#db/records/questions.ts";
import { releaseParts } from "#db/records/release-parts.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { type Around, nameIn, type Words, wordsFor } from "./around.ts";
import { cutName } from "./choices.ts";
import { populationsOf } from "./disclosed.ts";
import { type AskedExport, askedExport, wantedReleases } from "./exports/asked.ts";
import { codebookOf, optionLines } from "./exports/codebook.ts";
import type { Row } from "./exports/columns.ts";
import { csvHead, csvLines } from "./exports/csv.ts";
import { rowOf } from "./exports/row.ts";
import { inPageOrder, measureNames } from "./measures.ts";

/** Enough to see what the file looks like. */
const PREVIEWED = 12;

/** A preview is no search: past so many parts without a line it says there is none to show. */
const PARTS_PREVIEWED = 40;

const weekly = [
  "adoption",
  "active",
  "reached",
  "across-sites",
  "across-units",
  "messages",
  "messages-across",
] as const;
const asked = ["connection", "trust", "engagement", "participation"] as const;

export type ExportsReading = NonNullable<Awaited<ReturnType<typeof readExports>>>;

/** What can be exported, and its first lines; null when the address asks for what is not there. */
export async function readExports(
  viewer: Viewer,
  address: URLSearchParams,
  { db, language }: Around,
) {
  const words = wordsFor(language);
  const [waves, weeks, items, choices] = await Promise.all([
    readReleasedWaves(db),
    readReleasedWeeks(db),
    readAskedItems(db),
    readAskedChoices(db),
  ]);
  const chosen = askedExport(
    address,
    waves.map(({ key }) => key),
  );
  if (chosen === null) return null;
  // The choices come from what this viewer may see, so that a list tells nothing more.
  const [newestWave, newestWeek] = [waves[0], weeks[0]];
  const [answers, activity] = await Promise.all([
    newestWave && waveFigures(db, { waves: [newestWave.key], measures: asked, crossed: false }),
    newestWeek &&
      weekFigures(db, { from: newestWeek.week, to: newestWeek.week, measures: weekly.slice(0, 2) }),
  ]);
  const seen = [...(answers?.disclose(viewer) ?? []), ...(activity?.disclose(viewer) ?? [])];
  const cuts = [...new Set(populationsOf(seen).map(({ cut }) => cut))];
  const measures = inPageOrder(
    [
      ...asked,
      ...items.flatMap(({ indicator }) => indicator ?? []),
      ...weekly,
      ...items.map(({ item }) => `question:${item}`),
    ],
    items,
  );
  const names = measureNames(measures, items, words);
  return {
    asked: chosen,
    waves: waves.map((wave) => ({ key: wave.key, name: nameIn(words, wave) })),
    weeks: weeks.map(({ week }) => week),
    cuts: cuts.map((cut) => ({ key: cut, name: cutName(cut, words) })),
    measures: measures.map((measure) => ({ key: measure, name: names[measure] ?? measure })),
    /** What each kind of measure is, then which key is which question and which option. */
    codebook: codebookOf(words),
    keys: [
      ...items.map(({ item }) => ({
        key: `question:${item}`,
        name: names[`question:${item}`] ?? item,
      })),
      ...optionLines(choices, words),
    ],
    /** From how many people on n is exact: the thresholds only rise above this. */
    exact: floors.exact,
    rows: await firstRows(figuresInParts(viewer, chosen, db), words),
  };
}

export interface ExportedFile {
  readonly name: string;
  /** The text of the file, piece by piece: the next is read when it is asked for. */
  readonly pieces: AsyncGenerator<string>;
}

/**
 * The released figures a viewer may see, as CSV; the same address gives the same file. It is
 * written down who took what. Null when they may not, or the address asks for what is not there.
 */
export async function exportFigures(
  viewer: Viewer,
  address: URLSearchParams,
  { db, language, now, today }: Around & { readonly now: Date; readonly today: string },
): Promise<ExportedFile | null> {
  if (!may(viewer, { do: "export-figures" })) return null;
  const waves = await readReleasedWaves(db);
  const chosen = askedExport(
    address,
    waves.map(({ key }) => key),
  );
  if (chosen === null) return null;
  const subject = { ...chosen, language };
  await noteDeed(db, { at: now, actor: viewer.email, action: "figures exported", subject });
  return {
    name: `frontline-barometer-${today}.csv`,
    pieces: csvOf(figuresInParts(viewer, chosen, db), chosen, wordsFor(language)),
  };
}

/** A part at a time, each through the gate on its own. */
async function* figuresInParts(
  viewer: Viewer,
  chosen: AskedExport,
  db: Around["db"],
): AsyncGenerator<readonly Disclosed[]> {
  const { cut, measure } = chosen;
  const wanted = {
    ...(cut === null ? {} : { cuts: [cut] }),
    ...(measure === null ? {} : { measures: [measure] }),
  };
  for await (const part of releaseParts(db, wantedReleases(chosen))) {
    yield (await figuresOfPart(db, part, wanted)).disclose(viewer);
  }
}

async function* csvOf(
  parts: AsyncGenerator<readonly Disclosed[]>,
  { separators }: AskedExport,
  words: Words,
): AsyncGenerator<string> {
  yield csvHead(separators);
  for await (const figures of parts) {
    const rows = figures.map((figure) => rowOf(figure, words));
    if (rows.length > 0) yield csvLines(rows, separators);
  }
}

async function firstRows(
  parts: AsyncGenerator<readonly Disclosed[]>,
  words: Words,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let read = 0;
  for await (const figures of parts) {
    rows.push(...figures.slice(0, PREVIEWED - rows.length).map((figure) => rowOf(figure, words)));
    read += 1;
    if (rows.length === PREVIEWED || read === PARTS_PREVIEWED) break;
  }
  return rows;
}
