import type { Population } from "#app/model/population.ts";
import { nameIn, type Words } from "../around.ts";
import type { ChangeOf } from "../barometer/movers.ts";
import { sayChange } from "../compared.ts";
import { type Difference, type Disclosed, isReal, type Lookup, shown } from "../disclosed.ts";

/** One population at two waves, and what may be said of the way between them. */
export interface SlopeRow {
  readonly key: string;
  readonly name: string;
  readonly before: Disclosed | null;
  readonly now: Disclosed | null;
  readonly difference: Difference | null;
  readonly said: string;
}

/** More lines than this could not be told apart in one drawing. */
const MOST = 8;

/** Populations from one wave to the other, the real movements first to be kept where there are many. */
export function slopesOf(
  populations: readonly Population[],
  measure: string,
  { now, before }: { readonly now: Lookup; readonly before: Lookup },
  { changeOf, since, words }: { changeOf: ChangeOf; since: string; words: Words },
): readonly SlopeRow[] {
  const rows = populations.flatMap((population): readonly SlopeRow[] => {
    const [then, here] = [before(population.key, measure), now(population.key, measure)];
    const difference = changeOf(here, then);
    if (shown(then) === null || shown(here) === null || difference === null) return [];
    return [
      {
        key: population.key,
        name: nameIn(words, population),
        before: then,
        now: here,
        difference,
        said: sayChange(difference, since, words),
      },
    ];
  });
  if (rows.length <= MOST) return rows;
  const moved = rows.filter(({ difference }) => isReal(difference));
  const others = rows.filter((row) => !moved.includes(row));
  const kept = [...moved, ...others].slice(0, MOST);
  return rows.filter((row) => kept.includes(row));
}

export function saySlopes(rows: readonly SlopeRow[], since: string, { t, format }: Words): string {
  const named = (verdict: "above" | "below") =>
    format.list(
      rows.flatMap(({ name, difference }) => (difference?.verdict === verdict ? name : [])),
    );
  const [risen, fallen] = [named("above"), named("below")];
  const said = [
    risen === "" ? "" : t("indicator.slope.risen", { names: risen, wave: since }),
    fallen === "" ? "" : t("indicator.slope.fallen", { names: fallen, wave: since }),
  ].filter(Boolean);
  return said.length === 0 ? t("indicator.slope.none", { wave: since }) : said.join(" ");
}
