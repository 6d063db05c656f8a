import type { Population } from "#app/model/population.ts";
import { nameIn, type Words } from "../around.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  isReal,
  type Lookup,
} from "../disclosed.ts";

/** How many people of one unit exchanged with somebody of another. */
export interface MatrixCell {
  readonly to: string;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
}

export interface Matrix {
  readonly sentence: string;
  readonly units: readonly { readonly key: string; readonly name: string }[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly MatrixCell[];
  }[];
}

/** More than so many columns fit on no screen, and nobody compares a thousand cells. */
export const MOST_UNITS = 30;

/** The measure of those who exchanged with somebody of a unit, being of another. */
export function towards({ key }: Pick<Population, "key">): string {
  return `with:${key}`;
}

/**
 * Units by units: of the people of each row, how many exchanged with somebody of each column. A cell
 * is compared with the people of all other units; there is nothing on the diagonal. Null where there
 * are no two units, or nothing of them for this viewer.
 */
export function matrixOf(units: readonly Population[], at: Lookup, words: Words): Matrix | null {
  if (units.length > MOST_UNITS) return null;
  const rows = units
    .map((unit) => ({
      key: unit.key,
      name: nameIn(words, unit),
      cells: units.map((other): MatrixCell => {
        const figure = unit.key === other.key ? null : at(unit.key, towards(other));
        const whole = at("company", towards(other));
        return { to: other.key, figure, difference: differenceFromOthers(figure, whole) };
      }),
    }))
    .filter(({ cells }) => cells.some(({ figure }) => figure !== null));
  if (units.length < 2 || rows.length === 0) return null;
  const tested = rows.flatMap(({ cells }) => cells.filter(({ difference }) => difference !== null));
  const real = tested.filter(({ difference }) => isReal(difference)).length;
  return {
    sentence: words.t("ties.matrix.sentence", { n: real, tested: tested.length }),
    units: units.map((unit) => ({ key: unit.key, name: nameIn(words, unit) })),
    rows,
  };
}
