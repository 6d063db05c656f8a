import { sharesUp } from "#app/charts/scales.ts";
import type { SlopeLine } from "#app/charts/slope.tsx";
import type { Words } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Sheet } from "../sheet.ts";
import { drawSlope } from "../slope.server.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { sourceOf } from "./said.ts";

interface TwoMoments {
  readonly title: string;
  readonly sentence: string;
  readonly caption: string;
  readonly of: string;
  readonly moments: readonly [before: string, now: string];
  readonly lines: readonly SlopeLine[];
}

/** Populations at two moments, with what lies between. */
export function slopeSheet(
  { title, sentence, caption, of, moments, lines }: TwoMoments,
  visit: ViewerVisit,
  words: Words,
): Sheet {
  const figures = lines.flatMap(({ before, now }) => [before, now]);
  const ends = figures.flatMap((one) =>
    one === null || one.hidden ? [] : [one.value.value, ...(one.value.within ?? [])],
  );
  return {
    ...{ title, sentence, caption },
    source: sourceOf(figures, of, visit, words),
    picture: drawSlope({ moments, lines, axis: sharesUp(ends) }, words),
    table: {
      columns: [
        words.t("paper.column.population"),
        words.t("paper.column.moment"),
        ...figureColumns(words),
      ],
      rows: lines.flatMap(({ name, before, now }) =>
        [before, now].map((figure, side) => [
          name,
          moments[side] ?? "",
          ...figureCells(figure, words),
        ]),
      ),
    },
  };
}
