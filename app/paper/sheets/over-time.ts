import { extentOfTrend } from "#app/charts/extent.ts";
import { sharesUp } from "#app/charts/scales.ts";
import type { TrendLine, TrendMark, TrendMoment } from "#app/charts/trend.tsx";
import type { DrawnReference } from "#app/model/drawn-reference.ts";
import { wordsFor } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { drawTrend } from "../trend.server.ts";
import { basesOf, sourceOf } from "./said.ts";

interface OverTime {
  readonly title: string;
  readonly sentence: string;
  readonly caption: string;
  /** Of whom it is, for where it comes from. */
  readonly of: string;
  /** What a line of the table is of: a wave, a week. */
  readonly moment: string;
  readonly moments: readonly TrendMoment[];
  readonly lines: readonly TrendLine[];
  readonly marks: readonly TrendMark[];
  readonly references?: readonly DrawnReference[];
  readonly dense?: boolean;
}

/** Lines over time as a sheet: what happened meanwhile and what others published are said and listed too. */
export function overTimeSheet(
  { title, sentence, caption, of, moment, references = [], ...drawn }: OverTime,
  visit: ViewerVisit,
): Sheet {
  const words = wordsFor(visit.language);
  const { moments, lines, marks } = drawn;
  const figures = lines.flatMap((line) => line.figures);
  const axis = sharesUp(extentOfTrend(lines, references));
  const columns = figureColumns(words);
  return {
    title,
    sentence,
    caption: [
      caption,
      ...[...marks, ...references].map((one) => one.sentence),
      basesOf(lines, words),
    ]
      .filter(Boolean)
      .join(" "),
    source: sourceOf(figures, of, visit, words),
    picture: drawTrend({ ...drawn, references, axis }, words),
    table: {
      columns: [moment, words.t("paper.column.population"), ...columns],
      rows: moments.flatMap(({ name }, index) =>
        lines.map((line) => [name, line.name, ...figureCells(line.figures[index] ?? null, words)]),
      ),
      // No base and no interval of ours: what it is of stands where our own figures have their note.
      others: references.map(({ name, about, value, source }) => ({
        source: words.t("paper.source.other", { source }),
        row: [
          words.t("paper.reference"),
          name,
          null,
          Math.round(value * 100),
          ...columns.slice(3).map(() => null),
          about,
        ],
      })),
    },
  };
}
