import { type Words, wordsFor } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Sheet, Table } from "../sheet.ts";
import { ofAdoption } from "../sheets/adoption.ts";
import { readAsPage, trendSheet } from "../sheets/barometer.ts";
import { mapSheet, paritySheet, participationSheet } from "../sheets/barometer-parts.ts";
import { dialsSheet } from "../sheets/dials.ts";
import { moversSheet } from "../sheets/movers.ts";
import { titleOf, writeCover } from "./cover.ts";
import { mapTables } from "./map-tables.ts";
import { Paper } from "./paper.server.ts";

export interface Report {
  /** Without its ending. */
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The barometer on paper: what the page of the same address says and shows, for the same reader,
 * with the lines over time of every indicator. Null where the page would have nothing.
 */
export async function reportOf(
  visit: ViewerVisit,
  address: URLSearchParams,
): Promise<Report | null> {
  const reading = await readAsPage(visit, address);
  if (reading === null) return null;
  const words = wordsFor(visit.language);
  const title = `${titleOf(reading, words)}, ${reading.populationName}`;
  // The day alone: the same figures make the same file, to the byte.
  const day = new Date(`${visit.today}T12:00:00Z`);
  const paper = new Paper({ title, language: visit.language, now: day });
  await writeCover(paper, reading, visit);
  paper.turn();
  if (reading.dials.every(({ figure }) => figure === null)) {
    paper.write(words.t("paper.report.read"), "H2");
    paper.write(`${reading.lead.said} ${reading.lead.rest}`, "sentence");
  }
  if (reading.wave === null) paper.write(words.t("barometer.empty.wave"), "text");
  for (const draw of [dialsSheet, moversSheet("real"), moversSheet("seeming")]) {
    writeSheet(paper, draw(reading, visit), words);
  }
  for (const trend of await trendsOf(reading, visit, address)) {
    writeSheet(paper, trend, words, trend.table);
  }
  const map = mapSheet(reading, visit);
  if (map !== null) {
    paper.write(map.title, "H2");
    paper.write(map.sentence, "sentence");
    for (const table of mapTables(reading, words)) paper.table(table);
    paper.write(map.caption, "note");
    paper.write(map.source, "note");
  }
  for (const draw of [paritySheet, participationSheet]) {
    writeSheet(paper, draw(reading, visit), words);
  }
  const activity = new URLSearchParams({ population: reading.population });
  for (const sheet of await ofAdoption(visit, activity)) {
    writeSheet(paper, sheet, words);
  }
  const name = titleOf(reading, words);
  const body = await paper.end((page, pages) =>
    words.t("paper.report.page", { name, page: String(page), pages: String(pages) }),
  );
  const wave = (reading.wave?.key ?? "").replace(/[^\w-]/g, "");
  return { name: ["barometer", wave].filter(Boolean).join("-"), body };
}

/** A chart as on its page: what may be said of it, the drawing, how to read it; its table where the drawing names no values. */
function writeSheet(paper: Paper, sheet: Sheet | null, words: Words, table?: Table): void {
  if (sheet === null) return;
  paper.needFor(sheet.picture);
  paper.write(sheet.title, "H2");
  paper.write(sheet.sentence, "sentence");
  paper.draw(sheet.picture, altOf(sheet, words));
  paper.write(sheet.caption, "note");
  paper.write(sheet.source, "note");
  if (table !== undefined) paper.table(table);
}

/** All of a drawing in words: a row of its table is a sentence. */
function altOf({ title, sentence, table }: Sheet, { t }: Words): string {
  const rows = table.rows.map((row) =>
    row
      .flatMap((cell, index) =>
        cell === null
          ? []
          : [
              index === 0
                ? String(cell)
                : t("paper.report.cell", {
                    column: table.columns[index] ?? "",
                    cell: String(cell),
                  }),
            ],
      )
      .join(", "),
  );
  return [title, sentence, ...rows].filter(Boolean).join(". ");
}

/** The page shows one indicator over time and leads to the others; paper shows them all. */
async function trendsOf(
  reading: BarometerReading,
  visit: ViewerVisit,
  address: URLSearchParams,
): Promise<readonly Sheet[]> {
  const measures = reading.trend?.measures ?? [];
  const sheets = await Promise.all(
    measures.map(async (measure) => {
      if (measure === reading.trend?.measure) return trendSheet(reading, visit);
      const other = new URLSearchParams(address);
      other.set("measure", measure);
      const read = await readAsPage(visit, other);
      return read && trendSheet(read, visit);
    }),
  );
  return sheets.flatMap((sheet) => sheet ?? []);
}
