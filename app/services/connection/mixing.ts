import type { Population } from "#app/model/population.ts";
import { randomMixing } from "#app/statistics/network.ts";
import { nameIn, type Words } from "../around.ts";
import { sayShare } from "../barometer/sentences.ts";
import { type Disclosed, isExact, type Lookup, shown } from "../disclosed.ts";

const MEASURE = "ties-units";

export interface MixingRow {
  readonly key: string;
  readonly name: string;
  readonly figure: Disclosed | null;
  /** Share of ties that would leave the unit if everybody were tied to everybody alike. */
  readonly expected: number;
  /** Krackhardt and Stern's index, and what chance alone would make of it. */
  readonly index: number | null;
  readonly chance: number;
}

/**
 * How many ties of the week leave a unit, beside what random mixing of the same people would give.
 * The sizes are those that are shown; where one is not, what chance would give is not said.
 */
export function mixingOf(units: readonly Population[], at: Lookup, words: Words) {
  const company = at("company", MEASURE);
  const sizes = units.map(({ key }) => {
    const base = shown(at(key, "active"))?.base;
    return base !== undefined && "exact" in base ? base.exact : null;
  });
  const known = sizes.flatMap((size) => size ?? []);
  if (company === null || units.length < 2 || known.length < sizes.length) return null;
  const chance = randomMixing(known);
  if (chance === null) return null;
  const row = (key: string, name: string, expected: number): MixingRow => {
    const figure = at(key, MEASURE);
    const share = isExact(figure) ? (shown(figure)?.value ?? null) : null;
    const index = share === null ? null : 2 * share - 1;
    return { key, name, figure, expected, index, chance: 2 * expected - 1 };
  };
  const rows = [
    row("company", words.t("population.company"), chance.company),
    ...units.map((unit, place) =>
      row(unit.key, nameIn(words, unit), chance.units[place] ?? chance.company),
    ),
  ];
  const sentence =
    shown(company) === null
      ? words.t("ties.mixing.hidden")
      : words.t("ties.mixing.sentence", {
          share: sayShare(words, company),
          expected: words.format.share(chance.company),
        });
  return { sentence, rows };
}
