import type { Chart } from "./sheet.ts";

/** Every chart that can be taken away, by the name in its address: one line a chart. */
export const charts: Readonly<Record<string, Chart>> = {};
