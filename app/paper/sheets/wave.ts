import { shares } from "#app/charts/axis.ts";
import { sayValue } from "#app/i18n/say-value.ts";
import { wordsFor } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { readWave } from "#app/services/waves.server.ts";
import { drawGrid } from "../grid.server.ts";
import { barOn } from "../marks.ts";
import { drawRows } from "../rows.server.ts";
import type { Chart, Sheet } from "../sheet.ts";
import { sourceOf } from "./said.ts";

type WaveReading = Awaited<ReturnType<typeof readWave>>;

/** One chart of the page of a wave, read for who asks. */
export function waveChart(draw: (reading: WaveReading, visit: ViewerVisit) => Sheet | null): Chart {
  return {
    page: "waves",
    read: async (visit, address) => draw(await readWave(visit, address.get("wave") ?? ""), visit),
  };
}

/** Participation so far: ranges, and nothing in them that says where. */
export function progressSheet({ progress, wave }: WaveReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const { day, rows } = progress;
  if (rows.length === 0) return null;
  const name = wave.names[visit.language];
  const company = rows.find(({ key }) => key === "company");
  return {
    title: t("paper.titled", { title: t("wave.progress"), wave: name }),
    sentence:
      company === undefined
        ? t("wave.progress.none")
        : t("wave.progress.sentence", {
            low: format.share(company.least),
            high: format.share(company.most),
          }),
    caption: [
      t("wave.progress.aside"),
      ...(day === null ? [] : [t("wave.progress.day", { day: format.day(day) })]),
    ].join(" "),
    source: sourceOf([], name, visit, words),
    picture: drawRows({
      axis: shares,
      tick: format.percentPoints,
      rows: rows.map(({ name: label, least, most }) => ({
        label,
        reading: t("figure.fromTo", {
          low: format.percentPoints(least),
          high: format.share(most),
        }),
        draw: (on, y) => [
          barOn(on, [least, most], { y: y - 6, height: 12, fill: "ground", stroke: "ink" }),
        ],
      })),
    }),
    table: {
      columns: [t("wave.progress.population"), t("paper.column.least"), t("paper.column.most")],
      rows: rows.map(({ name: label, least, most }) => [
        label,
        Math.round(least * 100),
        Math.round(most * 100),
      ]),
    },
  };
}

/** What leaders believed beside what people answered. */
export function gapSheet({ gap, wave }: WaveReading, visit: ViewerVisit): Sheet | null {
  const words = wordsFor(visit.language);
  const { t } = words;
  if (gap.length === 0) return null;
  const name = wave.names[visit.language];
  const apart = gap.filter(({ verdict }) => verdict !== null);
  const said = gap.map((line) => ({
    name: line.name,
    guess: sayValue(words, line.guess),
    answer: line.answer && sayValue(words, line.answer),
  }));
  return {
    title: t("paper.titled", { title: t("wave.gap"), wave: name }),
    sentence:
      apart.length === 0
        ? t("wave.gap.same")
        : apart.map((one) => t(`wave.gap.${one.verdict ?? "more"}`, { name: one.name })).join(" "),
    caption: t("wave.guess.aside"),
    source: sourceOf([], name, visit, words),
    picture: drawGrid({
      firstColumn: t("wave.gap.indicator"),
      columns: [t("wave.gap.guess"), t("wave.gap.answer")],
      hiddenWord: t("figure.hidden"),
      rows: said.map((line) => ({
        name: line.name,
        cells: [{ text: line.guess }, { text: line.answer ?? "", hidden: line.answer === null }],
      })),
    }),
    table: {
      columns: [t("wave.gap.indicator"), t("wave.gap.guess"), t("wave.gap.answer")],
      rows: said.map((line) => [line.name, line.guess, line.answer ?? t("figure.hidden")]),
    },
  };
}
