import { wordsFor } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { titleOf, writeCover, writeHow } from "./cover.ts";
import { Paper } from "./paper.server.ts";
import {
  writeActions,
  writeAdoption,
  writeBarometer,
  writeConnection,
  writeIndicator,
} from "./parts.ts";
import { readAll } from "./readings.server.ts";

export interface Report {
  /** Without its ending. */
  readonly name: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * The barometer on paper, for whoever takes it to a meeting: what the pages of the same population say
 * and show, for the same reader. Null where the page would have nothing.
 */
export async function reportOf(
  visit: ViewerVisit,
  address: URLSearchParams,
): Promise<Report | null> {
  const readings = await readAll(visit, address);
  if (readings === null) return null;
  const { barometer, each } = readings;
  const words = wordsFor(visit.language);
  const name = titleOf(barometer, words);
  const paper = new Paper({
    title: `${name}, ${barometer.populationName}`,
    language: visit.language,
    // The day alone: the same figures make the same file, to the byte.
    now: new Date(`${visit.today}T12:00:00Z`),
  });
  writeCover(paper, readings, words, visit);
  paper.keepContents(words.t("paper.report.contents"));
  paper.turn();
  writeBarometer(paper, readings, words, visit);
  for (const reading of each) writeIndicator(paper, reading, readings, words, visit);
  writeConnection(paper, readings, words, visit);
  writeAdoption(paper, readings, words, visit);
  writeActions(paper, readings, words);
  writeHow(paper, readings, words);
  const body = await paper.end((page, pages) =>
    words.t("paper.report.page", { name, page: String(page), pages: String(pages) }),
  );
  const wave = (barometer.wave?.key ?? "").replace(/[^\w-]/g, "");
  return { name: ["barometer", wave].filter(Boolean).join("-"), body };
}
