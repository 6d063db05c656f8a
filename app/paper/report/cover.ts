import { thresholdNames } from "#app/privacy/policy.ts";
import type { Words } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Table } from "../sheet.ts";
import type { Paper } from "./paper.server.ts";
import type { Readings } from "./readings.server.ts";

/** What a reader has to know of how the figures are made, in the words of the page of methods. */
const explained = ["favourable", "interval", "many", "rounding", "hidden"];

/** The first page: what this is, of whom, for whom, what it says, how it is made and under which thresholds. */
export function writeCover(paper: Paper, readings: Readings, words: Words, visit: ViewerVisit) {
  const { t, format } = words;
  const { barometer, promise } = readings;
  const { lead, movers, map, parity, fresh } = barometer;
  paper.write("Frontline Barometer", "name");
  paper.write(titleOf(barometer, words), "title");
  paper.write(
    t("paper.report.of", {
      population: barometer.populationName,
      compared: barometer.comparedName ?? t("filters.noComparison"),
    }),
    "sentence",
  );
  const day = format.date(visit.now, visit.timeZone);
  paper.write(t("paper.report.made", { day, name: visit.viewer.name }), "text");
  paper.write(barometer.organisation?.note ?? "", "text");
  paper.write(t("paper.report.short"), "head");
  paper.write(`${lead.said} ${lead.rest}`.trim(), "sentence");
  for (const said of [movers?.sentence, map?.sentence, parity?.sentence]) {
    paper.write(said ?? "", "text");
  }
  paper.write(t("barometer.fresh"), "head");
  paper.write(fresh.sentence, "text");
  for (const { name, text } of fresh.facts) {
    paper.write(t("paper.report.fact", { name, text }), "note");
  }
  paper.write(t("paper.report.methods"), "head");
  for (const { sentence } of explainedIn(readings)) paper.write(sentence, "note");
  paper.write(t("paper.report.limits"), "head");
  const limits = thresholdNames.map((name) => [
    t(`promise.thresholds.${name}`),
    promise.thresholds[name],
  ]);
  const half = Math.ceil(limits.length / 2);
  const heads = [t("paper.report.threshold"), t("paper.report.least")];
  const table: Table = {
    columns: [...heads, ...heads],
    rows: limits
      .slice(0, half)
      .map((one, index) => [...one, ...(limits[half + index] ?? [null, null])]),
  };
  paper.table(table);
}

/** The last part: what the signs mean, and the methods in the words of everyday. */
export function writeHow(paper: Paper, readings: Readings, words: Words): void {
  const { t } = words;
  paper.part(t("paper.report.how"), 0);
  paper.write(t("paper.report.signs.title"), "item");
  paper.write(t("paper.report.signs"), "text");
  for (const { topic, sentence, plain } of explainedIn(readings)) {
    paper.write(topic, "item");
    paper.write(sentence, "sentence");
    paper.write(plain, "text");
  }
  // What follows its last full stop leads to another page.
  paper.write(t("hidden.text").replace(/[^.]*$/, ""), "text");
}

function explainedIn({ methods }: Readings) {
  const all = methods.families.flatMap((family) => family.methods);
  return explained.flatMap((key) => all.find((one) => one.key === key) ?? []);
}

/** What the report is called, on its cover and in its properties. */
export function titleOf({ wave }: BarometerReading, { t }: Words): string {
  return wave === null ? t("barometer.title") : t("barometer.titled", { wave: wave.name });
}
