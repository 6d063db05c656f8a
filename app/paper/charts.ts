import type { Chart } from "./sheet.ts";
import { dialsSheet, moversSheet, ofBarometer, trendSheet } from "./sheets/barometer.ts";

/** Every chart that can be taken away, by the name in its address: one line a chart. */
export const charts: Readonly<Record<string, Chart>> = {
  "barometer-dials": { page: "barometer", read: ofBarometer(dialsSheet) },
  "barometer-moved": { page: "barometer", read: ofBarometer(moversSheet("real")) },
  "barometer-seeming": { page: "barometer", read: ofBarometer(moversSheet("seeming")) },
  "barometer-trend": { page: "barometer", read: ofBarometer(trendSheet) },
};
