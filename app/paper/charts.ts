import type { Chart } from "./sheet.ts";
import { dialsSheet, moversSheet, ofBarometer, trendSheet } from "./sheets/barometer.ts";
import { mapSheet, paritySheet, participationSheet } from "./sheets/barometer-parts.ts";

/** Every chart that can be taken away, by the name in its address: one line a chart. */
export const charts: Readonly<Record<string, Chart>> = {
  "barometer-dials": { page: "barometer", read: ofBarometer(dialsSheet) },
  "barometer-moved": { page: "barometer", read: ofBarometer(moversSheet("real")) },
  "barometer-seeming": { page: "barometer", read: ofBarometer(moversSheet("seeming")) },
  "barometer-map": { page: "barometer", read: ofBarometer(mapSheet) },
  "barometer-parity": { page: "barometer", read: ofBarometer(paritySheet) },
  "barometer-participation": { page: "barometer", read: ofBarometer(participationSheet) },
  "barometer-trend": { page: "barometer", read: ofBarometer(trendSheet) },
};
