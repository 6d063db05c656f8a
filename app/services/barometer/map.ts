import type { Population } from "#app/model/population.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  isReal,
  type Lookup,
} from "../disclosed.ts";
import { inPageOrder } from "../measures.ts";

/** One cell: a figure, and how it differs from the rest of the company. */
export interface MapCell {
  readonly measure: string;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
}

export interface MapRow {
  readonly population: Population;
  readonly cells: readonly MapCell[];
}

/** Units by measures; a cell has a colour only where the difference is real. */
export interface HeatMap {
  readonly measures: readonly string[];
  readonly rows: readonly MapRow[];
  readonly whole: MapRow | null;
  readonly real: number;
  readonly tested: number;
}

export function heatMapOf(
  populations: readonly Population[],
  measures: readonly string[],
  whole: Population | null,
  figures: Lookup,
): HeatMap {
  const rows = populations.map((population) => ({
    population,
    cells: measures.map((measure) => {
      const figure = figures(population.key, measure);
      const difference = differenceFromOthers(figure, figures("company", measure));
      return { measure, figure, difference };
    }),
  }));
  const cells = rows.flatMap((row) => row.cells);
  return {
    measures,
    rows,
    whole: whole && {
      population: whole,
      cells: measures.map((measure) => ({
        measure,
        figure: figures(whole.key, measure),
        difference: null,
      })),
    },
    real: cells.filter(({ difference }) => isReal(difference)).length,
    tested: cells.filter(({ difference }) => difference && difference.verdict !== "untested")
      .length,
  };
}

/** Who stands out most often in one direction; null when nobody does. */
export function standingOut(
  { rows }: HeatMap,
  verdict: "above" | "below",
): { readonly population: Population; readonly n: number } | null {
  const counts = rows.map(({ population, cells }) => ({
    population,
    n: cells.filter(({ difference }) => difference?.verdict === verdict).length,
  }));
  const [first] = counts.toSorted((a, b) => b.n - a.n);
  return first === undefined || first.n === 0 ? null : first;
}

/** Everything but participation, which has a place of its own. */
export function mapMeasures(
  figures: readonly Disclosed[],
  questions: Parameters<typeof inPageOrder>[1],
): readonly string[] {
  const measures = figures.map(({ measure }) => measure).filter((one) => one !== "participation");
  const ordered = inPageOrder(measures, questions);
  return [
    ...ordered.filter((one) => one !== "adoption"),
    ...ordered.filter((one) => one === "adoption"),
  ];
}
