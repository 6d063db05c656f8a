import { wordsFor } from "#app/services/around.ts";
import { type BarometerReading, readBarometer } from "#app/services/barometer.server.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import type { Sheet } from "../sheet.ts";
import { overTimeSheet } from "./over-time.ts";

/** The reading of `/`, as the page reads it for the same address. */
export function readAsPage(
  visit: ViewerVisit,
  address: URLSearchParams,
): Promise<BarometerReading | null> {
  const asked = {
    wave: address.get("wave"),
    compare: address.get("compare"),
    population: address.get("population"),
    measure: address.get("measure"),
    by: address.get("by"),
    organisation: address.get("organisation"),
  };
  return readBarometer(visit.viewer, asked, visit);
}

/** One chart of `/`, read for who asks. */
export function ofBarometer(
  draw: (reading: BarometerReading, visit: ViewerVisit) => Sheet | null,
): (visit: ViewerVisit, address: URLSearchParams) => Promise<Sheet | null> {
  return async (visit, address) => {
    const reading = await readAsPage(visit, address);
    return reading && draw(reading, visit);
  };
}

/** One indicator over the waves. */
export function trendSheet(reading: BarometerReading, visit: ViewerVisit): Sheet | null {
  const { t } = wordsFor(visit.language);
  const { trend, names, populationName } = reading;
  if (trend === null) return null;
  const { measure, moments, lines, marks, drawn, sentence } = trend;
  const complete = measure === "participation";
  return overTimeSheet(
    {
      title: t("paper.trend", { measure: names[measure] ?? measure, population: populationName }),
      sentence,
      caption: t(complete ? "barometer.trend.caption.complete" : "barometer.trend.caption"),
      of: populationName,
      moment: t("barometer.trend.wave"),
      ...{ moments, lines, marks, references: drawn },
    },
    visit,
  );
}
