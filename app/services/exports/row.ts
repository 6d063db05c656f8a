import { wholePercent } from "#app/i18n/format.ts";
import type { Base, Value } from "#app/model/measure.ts";
import { shownAs } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { nameIn, type Words } from "../around.ts";
import type { Row } from "./columns.ts";

/** A figure as a line. Of a hidden one there is nothing to write but that it is hidden. */
export function rowOf(figure: Disclosed, words: Words): Row {
  const { release, population, measure } = figure;
  const value = figure.hidden ? null : figure.value;
  return {
    release_kind: release.kind,
    release_key: release.key,
    released_at: release.releasedAt.toISOString().slice(0, 10),
    population_key: population.key,
    population:
      population.kind === "company" ? words.t("population.company") : nameIn(words, population),
    cut: population.cut,
    parent_key: population.parentKey,
    measure,
    form: value?.form ?? null,
    n: value && people(value.base),
    value: value && asOnScreen(value),
    value_exact: value?.within === null ? value.value : null,
    value_least: value?.within?.[0] ?? null,
    value_most: value?.within?.[1] ?? null,
    low: value?.low ?? null,
    high: value?.high ?? null,
    hidden: figure.hidden ? words.t("figure.hidden") : null,
    without: release.without.join(" | ") || null,
  };
}

/** A dash that no spreadsheet takes for a date, as it would take 5-9 for the fifth of September. */
function people(base: Base): string | number {
  return "exact" in base ? base.exact : base.band.replace("-", "–");
}

/**
 * The number a page shows: whole percents, three digits of a mean, whole acts. A range has none: its
 * middle would be taken for the figure.
 */
function asOnScreen(shown: Value): number | null {
  const { form, value } = shown;
  if (["between", "atLeast", "atMost"].includes(shownAs(shown))) return null;
  if (form === "share") return wholePercent(value);
  return form === "mean" ? Number(value.toPrecision(3)) : Math.round(value);
}
