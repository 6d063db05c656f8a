import { parse } from "csv-parse/sync";

/** One line of the exported file, as its reader has it: texts, and empty where nothing is written. */
export interface ScrapedRow {
  readonly release: string;
  readonly population: string;
  readonly measure: string;
  readonly hidden: boolean;
  /** Every cell by the name of its column. */
  readonly cells: Readonly<Record<string, string>>;
}

/** The lines of an exported file. */
export function rowsIn(file: string): readonly ScrapedRow[] {
  const lines: Record<string, string>[] = parse(file, { bom: true, columns: true });
  return lines.map((cells) => ({
    release: cells.release_key ?? "",
    population: cells.population_key ?? "",
    measure: cells.measure ?? "",
    hidden: cells.hidden !== "",
    cells,
  }));
}
