import { extentOfDifferences } from "#app/charts/extent.ts";
import { differencesAcross } from "#app/charts/scales.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { wordsFor } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { barOn, intervalInk, markAt, placeOn, toneOf } from "../marks.ts";
import { type DrawnRow, drawRows } from "../rows.server.ts";
import type { Sheet } from "../sheet.ts";
import { baseOf, sourceOf } from "./said.ts";

/** What really moved, or what only seems to have. */
export function moversSheet(which: "real" | "seeming") {
  return (reading: BarometerReading, visit: ViewerVisit): Sheet | null => {
    const words = wordsFor(visit.language);
    const { t, format } = words;
    const { movers, names, since } = reading;
    if (movers === null || since === null || movers[which].length === 0) return null;
    const both = [...movers.real, ...movers.seeming];
    const now = figuresOf(reading);
    const rows = movers[which].map(
      ({ measure, population, about, difference, sentence }): DrawnRow => {
        const figure = now.find(
          (one) => one.measure === measure && one.population.key === population.key,
        );
        const { displayed, low, high, verdict } = difference;
        const { tone, sign } = toneOf(verdict);
        return {
          label: names[measure] ?? measure,
          under: [about, baseOf(figure ?? null, words)].filter(Boolean).join(", "),
          reading: `${sign}${format.points(displayed)}`,
          readingUnder:
            low === null || high === null
              ? ""
              : t("figure.fromTo", { low: format.points(low), high: format.points(high) }),
          tone,
          said: sentence,
          draw: (on, y) => [
            ...(low === null || high === null
              ? []
              : [barOn(on, [low, high], { y: y - 5, height: 10, fill: intervalInk(tone) })]),
            markAt([placeOn(on, displayed), y], tone ? "disc" : "hollow", tone),
          ],
        };
      },
    );
    return {
      title: t("paper.movers", {
        title: t(`barometer.movers.${which}`),
        wave: since,
        population: reading.populationName,
      }),
      sentence: movers.sentence,
      caption: `${t(`barometer.movers.${which}.caption`)} ${t("barometer.movers.complete")}`,
      source: sourceOf(
        movers[which].some(({ measure }) => measure === "adoption")
          ? now
          : now.filter(({ release }) => release.kind === "wave"),
        reading.wave?.name ?? "",
        visit,
        words,
      ),
      picture: drawRows({
        axis: differencesAcross(extentOfDifferences(both)),
        tick: format.points,
        rows,
      }),
      table: {
        columns: [
          t("paper.column.measure"),
          t("paper.column.population"),
          t("paper.column.points"),
          t("paper.column.low"),
          t("paper.column.high"),
          t("paper.column.said"),
        ],
        rows: movers[which].map(({ measure, about, difference, sentence }) => [
          names[measure] ?? measure,
          about,
          pointsOf(difference.displayed),
          difference.low === null ? null : pointsOf(difference.low),
          difference.high === null ? null : pointsOf(difference.high),
          sentence,
        ]),
      },
    };
  };
}

/** Every figure of the page, to say how many people a movement is of. */
function figuresOf({ dials, map }: BarometerReading): readonly Disclosed[] {
  return [
    ...dials.flatMap(({ figure, gap }) => [figure, gap?.own, gap?.other]),
    ...(map?.rows ?? []).flatMap(({ cells }) => cells.map(({ figure }) => figure)),
    ...(map?.whole?.cells ?? []).map(({ figure }) => figure),
  ].flatMap((figure) => figure ?? []);
}

function pointsOf(value: number): number {
  return Math.round(value * 100) + 0;
}
