import { sayFigure } from "#app/charts/figure-words.ts";
import type { Words } from "#app/services/around.ts";
import type { BarometerReading } from "#app/services/barometer.server.ts";
import { toneOf } from "../marks.ts";
import type { Table } from "../sheet.ts";
import { populationName } from "../sheets/said.ts";

/** So many columns are read on a page that stands upright. */
const AT_ONCE = 6;

/** The map in tables no wider than a page, each with its populations; what differs has its sign and by how much. */
export function mapTables({ map, names }: BarometerReading, words: Words): readonly Table[] {
  if (map === null) return [];
  const { t, format } = words;
  const rows = [...map.rows, ...(map.whole === null ? [] : [map.whole])];
  const parts = Array.from({ length: Math.ceil(map.measures.length / AT_ONCE) }, (_, part) =>
    map.measures.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
  return parts.map((measures) => ({
    columns: [t("barometer.map.unit"), ...measures.map((measure) => names[measure] ?? measure)],
    rows: rows.map(({ population, cells }) => [
      populationName(population, words),
      ...measures.map((measure) => {
        const cell = cells.find((one) => one.measure === measure);
        if (cell === undefined || cell.figure === null) return null;
        const { tone, sign } = toneOf(cell.difference?.verdict);
        const said = sayFigure(words, cell.figure);
        return tone === undefined || !cell.difference
          ? said
          : `${said} ${sign}${format.size(cell.difference.displayed)}`;
      }),
    ]),
  }));
}
