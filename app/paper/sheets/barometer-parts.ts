import { shares } from "#app/charts/axis.ts";
import { sayFigure } from "#app/charts/figure-words.ts";
import { sayBare } from "#app/i18n/say-value.ts";
import { addDays } from "#app/model/period.ts";
import { rangeOf } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawGrid, type GridCell } from "../grid.server.ts";
import { barOn, toneOf, valueOn } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { figureCells, figureColumns } from "../tables.ts";
import { baseOf, populationName, sourceOf } from "./said.ts";

type Map = NonNullable<BarometerReading["map"]>;

/** The map in drawings no wider than a page, each with the populations and with so many measures. */
export function mapSheets(
  reading: BarometerReading,
  visit: ViewerVisit,
  atOnce: number,
): readonly Sheet[] {
  const { map } = reading;
  const parts = Math.ceil((map?.measures.length ?? 0) / atOnce);
  return Array.from({ length: parts }, (_, part) => {
    const measures = map?.measures.slice(part * atOnce, (part + 1) * atOnce) ?? [];
    const sheet = mapSheet(reading, visit, measures);
    if (sheet === null) return [];
    // Said over the first of them, and how to read them under the last, which has the last measures.
    const over = part === 0 ? {} : { title: "", sentence: "" };
    return { ...sheet, ...over, ...(part === parts - 1 ? {} : { caption: "", source: "" }) };
  }).flat();
}

/** The parts of the company by what was measured; or by these measures alone. */
export function mapSheet(
  reading: BarometerReading,
  visit: ViewerVisit,
  only?: readonly string[],
): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { map, names, wave, week } = reading;
  if (map === null) return null;
  const measures = only ?? map.measures;
  const rows = [...map.rows, ...(map.whole === null ? [] : [map.whole])].map((row) => ({
    ...row,
    cells: row.cells.filter(({ measure }) => measures.includes(measure)),
  }));
  const measureName = (measure: string) => names[measure] ?? measure;
  return {
    title: t("paper.map", {
      map: t("barometer.map", {
        cut: map.cuts.find(({ value }) => value === map.by)?.label ?? map.by,
      }),
      wave: wave?.name ?? "",
      population: reading.populationName,
    }),
    sentence: map.sentence,
    caption: [
      ...(wave === null ? [] : [t("barometer.map.caption", { wave: wave.name })]),
      ...(measures.includes("adoption") && week !== null
        ? [t("barometer.map.caption.adoption", { day: format.day(addDays(week, 6)) })]
        : []),
      ...(["above2", "above1", "below1", "below2"] as const).map((key) => `${t(`key.${key}`)}.`),
    ].join(" "),
    source: sourceOf(figuresIn(rows), reading.populationName, visit, words),
    picture: drawGrid({
      firstColumn: t("barometer.map.unit"),
      columns: [t("barometer.map.answers"), ...measures.map(measureName)],
      hiddenWord: t("figure.hidden"),
      rows: rows.map(({ population, cells }) => ({
        name: populationName(population, words),
        cells: [{ text: answersOf(cells, words) }, ...cells.map((one) => gridCell(one, words))],
      })),
    }),
    table: {
      columns: [
        t("paper.column.population"),
        t("paper.column.measure"),
        ...figureColumns(words),
        t("paper.column.points"),
      ],
      rows: rows.flatMap(({ population, cells }) =>
        cells.flatMap(({ measure, figure, difference }) =>
          figure === null
            ? []
            : [
                [
                  populationName(population, words),
                  measureName(measure),
                  ...figureCells(figure, words),
                  toneOf(difference?.verdict).tone === undefined
                    ? null
                    : Math.round((difference?.displayed ?? 0) * 100),
                ],
              ],
        ),
      ),
    },
  };
}

/** Who answers less than whom, in each way of cutting the company. */
export function paritySheet(reading: BarometerReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { parity } = reading;
  if (parity === null || parity.segments.length === 0) return null;
  const rows = parity.segments.map(({ cut, less, more, difference }): DrawnRow => {
    const apart = [less, more].every((one) => !one.hidden && rangeOf(one.value) === null);
    return {
      label: sided(less, words),
      under: sided(more, words),
      reading: apart ? format.points(difference.displayed) : "",
      readingUnder: apart ? t("figure.points", { n: Math.abs(difference.displayed) * 100 }) : "",
      ...(less.hidden || more.hidden
        ? { draw: null, word: t("figure.hidden") }
        : {
            draw: (on, y) => [
              ...valueOn(on, more.value, {
                y,
                shape: cut === "work" ? "square" : "hollow",
                frame: 7,
              }),
              ...valueOn(on, less.value, { y, frame: -7 }),
            ],
          }),
    };
  });
  const figures = parity.segments.flatMap(({ less, more }) => [less, more]);
  return {
    title: titleOf(t("barometer.parity.segments"), reading, words),
    sentence: parity.sentence,
    caption: t("barometer.parity.segments.caption"),
    source: sourceOf(figures, t("population.company"), visit, words),
    picture: drawRows({ axis: shares, tick: format.percentPoints, rows }),
    table: tableOf(figures, words),
  };
}

/** How many of those who were invited answered, part by part. */
export function participationSheet(reading: BarometerReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { parity } = reading;
  if (parity === null || parity.units.length === 0) return null;
  const rows = parity.units.map((figure): DrawnRow => {
    const label = { label: populationName(figure.population, words), under: baseOf(figure, words) };
    if (figure.hidden) return { ...label, draw: null, word: t("figure.hidden") };
    const [least, most] = rangeOf(figure.value) ?? [figure.value.value, figure.value.value];
    return {
      ...label,
      reading: sayFigure(words, figure),
      draw: (on, y) => [
        barOn(on, [0, least], { y: y - 7, height: 14, fill: "edge" }),
        ...(most > least
          ? [barOn(on, [least, most], { y: y - 7, height: 14, fill: "ground", stroke: "ink" })]
          : []),
      ],
    };
  });
  return {
    title: titleOf(`${t("measure.participation")}, ${parity.unitsTitle}`, reading, words),
    sentence: parity.sentence,
    caption: t("barometer.parity.units.caption"),
    source: sourceOf(parity.units, reading.populationName, visit, words),
    picture: drawRows({ axis: shares, tick: format.percentPoints, rows }),
    table: tableOf(parity.units, words),
  };
}

function titleOf(title: string, { wave }: BarometerReading, { t }: Words): string {
  return wave === null ? title : t("paper.titled", { title, wave: wave.name });
}

function tableOf(figures: readonly Disclosed[], words: Words): Sheet["table"] {
  return {
    columns: [words.t("paper.column.population"), ...figureColumns(words)],
    rows: figures.map((figure) => [
      populationName(figure.population, words),
      ...figureCells(figure, words),
    ]),
  };
}

function sided(figure: Disclosed, words: Words): string {
  return `${populationName(figure.population, words)} ${sayFigure(words, figure)}`;
}

function figuresIn(rows: Map["rows"]): readonly (Disclosed | null)[] {
  return rows.flatMap(({ cells }) => cells.map(({ figure }) => figure));
}

/** How many answered, from the first reading of the wave that is shown. */
function answersOf(cells: Map["rows"][number]["cells"], { t, format }: Words): string {
  const answered = cells.find(({ figure }) => figure?.hidden === false && isOfWave(figure))?.figure;
  if (!answered || answered.hidden) return "";
  const { base } = answered.value;
  return "exact" in base ? format.count(base.exact) : t(`band.${base.band}`);
}

function isOfWave({ release }: Disclosed): boolean {
  return release.kind === "wave";
}

function gridCell(cell: Map["rows"][number]["cells"][number], { format }: Words): GridCell {
  const { figure, difference } = cell;
  if (figure === null) return { text: "" };
  if (figure.hidden) return { text: "", hidden: true };
  const text = sayBare({ format }, figure.value);
  const { tone, sign } = toneOf(difference?.verdict);
  if (difference === null || tone === undefined) return { text };
  const strong = Math.abs(Math.round(difference.displayed * 100)) >= 10;
  return { text, beside: `${sign}${format.size(difference.displayed)}`, tone, strong };
}
