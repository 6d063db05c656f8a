import { sayBase, sayFigure, sayInterval } from "#app/charts/figure-words.ts";
import type { TrendLine, TrendMoment } from "#app/charts/trend.tsx";
import type { Words } from "#app/services/around.ts";
import type { IndicatorReading } from "#app/services/indicator.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Sheet, Table } from "../sheet.ts";
import { activeSheet, adoptionTrend, unitsSheet } from "../sheets/adoption.ts";
import { kindsSheet, lifeSheet, networksSheet, rhythmSheet } from "../sheets/adoption-parts.ts";
import { trendSheet } from "../sheets/barometer.ts";
import { mapSheets, paritySheet, participationSheet } from "../sheets/barometer-parts.ts";
import { leadersSheet, matrixSheet, tieRowsSheet, tieSheet } from "../sheets/connection.ts";
import { mixingSheet } from "../sheets/connection-parts.ts";
import { dialsSheet } from "../sheets/dials.ts";
import {
  choiceSheet,
  driversSheet,
  indicatorSlopeSheet,
  indicatorTrendSheet,
  segmentsSheet,
} from "../sheets/indicator.ts";
import { moversSheet } from "../sheets/movers.ts";
import { perceptionSheet } from "../sheets/perception.ts";
import { questionsSheet } from "../sheets/questions.ts";
import { type Block, writePart } from "./block.ts";
import type { Paper } from "./paper.server.ts";
import type { Readings } from "./readings.server.ts";

/** So many columns of a map are read on a page that stands upright. */
const AT_ONCE = 6;

/** What the page of the barometer says, from its dials to what leaders guessed. */
export function writeBarometer(
  paper: Paper,
  { barometer }: Readings,
  words: Words,
  visit: ViewerVisit,
): void {
  const { t } = words;
  const { lead, wave, dials, trend, parity } = barometer;
  const isEmpty = dials.every(({ figure }) => figure === null);
  const drawn = [dialsSheet, moversSheet("real"), moversSheet("seeming")].map((draw) =>
    draw(barometer, visit),
  );
  const over = trendSheet(barometer, visit);
  const blocks = [
    ...drawn.map((sheet) => blockOf(sheet)),
    blockOf(over, trend && valuesOf(trend.moments, trend.lines, t("barometer.trend.wave"), words)),
    ...mapSheets(barometer, visit, AT_ONCE).map((sheet) => blockOf(sheet)),
    blockOf(withSaid(paritySheet(barometer, visit), parity?.representative?.sentence)),
    blockOf(participationSheet(barometer, visit)),
    blockOf(perceptionSheet(barometer, visit)),
  ];
  const texts = [
    [isEmpty ? `${lead.said} ${lead.rest}` : "", "lead"],
    [wave === null ? t("barometer.empty.wave") : "", "text"],
  ] as const;
  writePart(paper, { title: t("barometer.title"), texts }, saidOnce(blocks), words);
}

/** One headline indicator: its trend, its questions, who differs, what moved, what goes with it. */
export function writeIndicator(
  paper: Paper,
  reading: IndicatorReading,
  { barometer }: Readings,
  words: Words,
  visit: ViewerVisit,
): void {
  const { t } = words;
  const { lead, trend } = reading;
  const isDrawn = barometer.trend?.measure === reading.indicator;
  const over = isDrawn ? null : indicatorTrendSheet(reading, visit);
  const draws = [questionsSheet, segmentsSheet, indicatorSlopeSheet, driversSheet];
  const blocks = [
    blockOf(over, trend && valuesOf(trend.moments, trend.lines, t("barometer.trend.wave"), words)),
    ...draws.map((draw) => blockOf(draw(reading, visit))),
    ...reading.choices.map(({ item }) =>
      blockOf(choiceSheet(reading, visit, new URLSearchParams({ item }))),
    ),
  ];
  const texts = [
    [`${lead.said} ${lead.rest}`.trim(), "lead"],
    [isDrawn ? t("paper.report.drawn") : "", "note"],
  ] as const;
  writePart(paper, { title: reading.name, texts }, blocks, words);
}

/** Ties between sites and units, and conversation with leaders. */
export function writeConnection(
  paper: Paper,
  { connection }: Readings,
  words: Words,
  visit: ViewerVisit,
): void {
  if (connection === null || connection.weeks.length === 0) return;
  const { lead } = connection;
  const draws = [
    ...connection.ties.map(({ tie }) => tieSheet(tie)),
    ...[tieRowsSheet, matrixSheet, leadersSheet, mixingSheet],
  ];
  writePart(
    paper,
    { title: words.t("ties.title"), texts: [[`${lead.said} ${lead.rest}`.trim(), "lead"]] },
    draws.map((draw) => blockOf(draw(connection, visit))),
    words,
  );
}

/** Who takes part in groups; what many weeks draw goes without a table. */
export function writeAdoption(
  paper: Paper,
  { adoption }: Readings,
  words: Words,
  visit: ViewerVisit,
): void {
  if (adoption === null || adoption.weeks.length === 0) return;
  const { lead } = adoption;
  const sheets = [
    ...[adoptionTrend, activeSheet, unitsSheet].map((draw) => draw(adoption, visit)),
    ...[kindsSheet, lifeSheet, rhythmSheet, networksSheet].map((draw) =>
      draw(adoption, visit, words),
    ),
  ];
  writePart(
    paper,
    { title: words.t("adoption.titled"), texts: [[`${lead.said} ${lead.rest}`.trim(), "lead"]] },
    sheets.map((sheet) => blockOf(sheet)),
    words,
  );
}

/** What has been done since, and what was measured then. */
export function writeActions(paper: Paper, { actions }: Readings, words: Words): void {
  if (actions === null) return;
  const { t, format } = words;
  paper.part(t("actions.title"), 0);
  if (actions.length === 0) paper.write(t("paper.report.actions.none"), "text");
  for (const action of actions) {
    const { doing, heard, owner, dueOn, measured, populationName, indicatorName } = action;
    const named = t(`actions.state.${action.state}`);
    const state = action.isLate ? t("paper.report.action.late", { state: named }) : named;
    paper.write(doing.text, "item", { lang: doing.language });
    const facts = [populationName, ...(indicatorName === null ? [] : [indicatorName]), state];
    const about = t("paper.report.action", {
      state: facts.join(", "),
      owner,
      day: format.day(dueOn),
    });
    paper.write(about, "text");
    const said = t("paper.report.fact", { name: t("actions.heard"), text: heard.text });
    paper.write(said, "text", { lang: heard.language });
    paper.write(measured === null ? "" : `${t("actions.since")} ${measured}`, "text");
  }
}

/** The values of lines over time, with their intervals and how many they rest on: a line a moment. */
function valuesOf(
  moments: readonly TrendMoment[],
  lines: readonly TrendLine[],
  first: string,
  words: Words,
): Table {
  const { t } = words;
  return {
    columns: [first, ...lines.map(({ name }) => name)],
    rows: moments.map(({ name }, index) => [
      name,
      ...lines.map(({ figures }) => {
        const one = figures[index] ?? null;
        const figure = sayFigure(words, one);
        if (one === null || one.hidden) return figure;
        const base = sayBase(words, one.measure, one.value.base);
        const interval = sayInterval(words, one.value);
        return interval === ""
          ? t("paper.report.figure.alone", { figure, base })
          : t("paper.report.figure", { figure, interval, base });
      }),
    ]),
  };
}

/** The same with one more sentence over it. */
function withSaid(sheet: Sheet | null, said = ""): Sheet | null {
  return sheet && { ...sheet, sentence: `${sheet.sentence} ${said}`.trim() };
}

function blockOf(sheet: Sheet | null, besides: Table | null = null): Block | null {
  return sheet && { sheet, besides };
}

/** What several drawings open with is said over the first of them. */
function saidOnce(blocks: readonly (Block | null)[]): readonly (Block | null)[] {
  const said = new Set<string>();
  return blocks.map((block) => {
    if (block === null || !said.has(block.sheet.sentence)) {
      if (block !== null) said.add(block.sheet.sentence);
      return block;
    }
    return { ...block, sheet: { ...block.sheet, sentence: "" } };
  });
}
