import { thresholdNames } from "#app/privacy/policy.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import { readMethods } from "#app/services/methods.server.ts";
import { readPromise } from "#app/services/promise.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Table } from "../sheet.ts";
import type { Paper } from "./paper.server.ts";

/** What a reader has to know of how the figures are made, in the words of the page of methods. */
const explained = ["favourable", "interval", "many", "rounding", "hidden"];

/** The first page: what this is, of whom, for whom, how it is made, and under which thresholds. */
export async function writeCover(
  paper: Paper,
  reading: BarometerReading,
  visit: ViewerVisit,
): Promise<void> {
  const words = wordsFor(visit.language);
  const { t, format } = words;
  const [{ thresholds }, { families }] = await Promise.all([
    readPromise(visit),
    readMethods({ db: visit.db, language: visit.language }),
  ]);
  paper.write("Frontline Barometer", "name");
  paper.write(titleOf(reading, words), "H1");
  paper.write(
    t("paper.report.of", {
      population: reading.populationName,
      compared: reading.comparedName ?? t("filters.noComparison"),
    }),
    "sentence",
  );
  paper.write(
    t("paper.report.made", {
      day: format.date(visit.now, visit.timeZone),
      name: visit.viewer.name,
    }),
    "text",
  );
  paper.write(t("barometer.fresh"), "H2");
  paper.write(reading.fresh.sentence, "sentence");
  for (const { name, text } of reading.fresh.facts) {
    paper.write(t("paper.report.fact", { name, text }), "text");
  }
  paper.write(t("paper.report.methods"), "H2");
  const methods = families.flatMap((family) => family.methods);
  for (const key of explained) {
    const method = methods.find((one) => one.key === key);
    if (method === undefined) continue;
    paper.write(method.topic, "H3");
    paper.write(method.sentence, "text");
    paper.write(method.plain, "note");
  }
  paper.write(t("promise.thresholds"), "H2");
  paper.write(
    t("hidden.text")
      .replace(/[^.]*$/, "")
      .trim(),
    "text",
  );
  const table: Table = {
    columns: [t("paper.report.threshold"), t("paper.report.least")],
    rows: thresholdNames.map((name) => [t(`promise.thresholds.${name}`), thresholds[name]]),
  };
  paper.table(table);
}

/** What the report is called, on its cover and in its properties. */
export function titleOf({ wave }: BarometerReading, { t }: Words): string {
  return wave === null ? t("barometer.title") : t("barometer.titled", { wave: wave.name });
}
