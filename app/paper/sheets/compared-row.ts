import { sayFigure, sayInterval } from "#app/charts/figure-words.ts";
import type { Words } from "#app/services/around.ts";
import type { TeamRow } from "#app/services/teams/rows.ts";
import { toneOf, valueOn } from "../marks.ts";
import type { DrawnRow } from "../rows.server.ts";
import { baseOf, populationName } from "./said.ts";

/** One population among others: its figure with its interval, tinted where it differs from the rest. */
export function comparedRow(
  { population, figure, difference, said }: TeamRow,
  words: Words,
): DrawnRow {
  const label = { label: populationName(population, words), under: baseOf(figure, words) };
  if (figure === null || figure.hidden) {
    return { ...label, draw: null, word: sayFigure(words, figure) };
  }
  const { tone, sign } = toneOf(difference?.verdict);
  return {
    ...label,
    reading: `${sign}${sayFigure(words, figure)}`,
    readingUnder: sayInterval(words, figure.value),
    tone,
    said: said.join(" "),
    draw: (on, y) => valueOn(on, figure.value, { y, tone }),
  };
}
