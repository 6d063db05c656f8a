import { wholePercent } from "#app/i18n/format.ts";
import type { Base, Form } from "#app/model/measure.ts";
import { rangeOf, shownAs } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import type { Words } from "#app/services/around.ts";

type Cells = readonly (string | number | null)[];

/** The columns of `figureCells`. */
export function figureColumns({ t }: Words): readonly string[] {
  return [
    t("paper.column.n"),
    t("paper.column.value"),
    t("paper.column.least"),
    t("paper.column.most"),
    t("paper.column.low"),
    t("paper.column.high"),
    t("paper.column.note"),
  ];
}

/** A figure as a chart shows it, and no closer: in whole percents, a range by its ends, a small n as its band. */
export function figureCells(figure: Disclosed | null, { t }: Words): Cells {
  const without = [null, null, null, null, null, null];
  if (figure === null) return [...without, t("figure.notSupplied")];
  if (figure.hidden) return [...without, t("figure.hidden")];
  const { value, form, low, high, base } = figure.value;
  const range = rangeOf(figure.value);
  const between = ["between", "atLeast", "atMost"].includes(shownAs(figure.value));
  return [
    countOf(base),
    between ? null : written(form, value),
    range && outward(form, range[0], Math.floor),
    range && outward(form, range[1], Math.ceil),
    low === null ? null : written(form, low),
    high === null ? null : written(form, high),
    null,
  ];
}

/** A dash that no spreadsheet takes for a date, as it would take 5-9 for the fifth of September. */
function countOf(base: Base): string | number {
  return "exact" in base ? base.exact : base.band.replace("-", "–");
}

function written(form: Form, value: number): number {
  if (form === "share") return wholePercent(value);
  return form === "mean" ? Number(value.toPrecision(3)) : Math.round(value);
}

/** The ends of a range, rounded away from each other, never closer. */
function outward(form: Form, value: number, round: (value: number) => number): number {
  if (form === "count") return round(value);
  const nearly = round === Math.floor ? 1e-3 : -1e-3;
  const hundredths = round(value * 100 + nearly);
  return form === "share" ? hundredths : hundredths / 100;
}
