import type { Band, Value } from "#app/model/measure.ts";
import { favourableInterval, type Interval, wilson } from "#app/statistics/interval.ts";
import { meanInterval } from "#app/statistics/mean.ts";
import { type Count, ends, type MeasureCount } from "./count.ts";
import { type Precision, type Range, written } from "./precision.ts";
import { coarser, EXACT_FROM, finest, finestBeside } from "./published.ts";

/**
 * What is written of a count: its value as finely as it may be shown, with an interval made of
 * nothing finer, and n, as a band under 20.
 * @param precision the finest it may be shown; a small population is shown coarser by itself.
 */
export function shownFigure(
  measure: Pick<MeasureCount, "rule" | "form" | "low" | "high">,
  count: Count,
  precision: Precision,
  beside: boolean,
): Value {
  const { n } = count;
  const { rule, form, low, high } = measure;
  const exact = n >= EXACT_FROM;
  const band: Band = n < 10 ? "5-9" : "10-19";
  const base = exact ? { exact: n } : { band };
  if (rule === "acts") {
    const acts = count.acts ?? 0;
    const value = form === "share" ? acts / (count.ofActs ?? 1) : acts;
    const shown = form === "share" && !exact ? Math.round(value * 10) / 10 : value;
    return { form, value: shown, low: null, high: null, within: null, base };
  }
  const scale = high - low;
  const x = form === "mean" ? (count.x - n * low) / scale : count.x;
  const whole = rule !== "shares" && rule !== "mean";
  const size = beside ? finestBeside(n) : finest(n);
  const as = coarser(precision, size);
  const { value, within } = written({ n, x, whole, ends: ends[rule] }, as);
  const people = exact ? n : n < 10 ? 5 : 10;
  const range = within ?? ([value, value] as const);
  const interval =
    form === "mean"
      ? aroundMean(count, range, scale, low, as === "exact")
      : rule === "answers" || rule === "shares"
        ? aroundShare(count, range, people, as === "exact" && within === null)
        : null;
  const onScale = (share: number) => (form === "mean" ? low + share * scale : share);
  return {
    form,
    value: onScale(value),
    low: interval?.[0] ?? null,
    high: interval?.[1] ?? null,
    within: within === null ? null : [onScale(within[0]), onScale(within[1])],
    base,
  };
}

/**
 * An indicator as its questions leave it: where one of them is a range, the mean of what they leave
 * possible, so that the indicator and its questions tell no more together than the questions do.
 * Where people left questions out its share may lie beside that; the range then reaches it, by
 * steps of a twentieth.
 */
export function noFinerThan(
  indicator: Value,
  share: number,
  questions: readonly (Value | null)[],
): Value {
  const ranges = questions.flatMap((one) =>
    one === null ? [] : [one.within ?? ([one.value, one.value] as const)],
  );
  if (ranges.every(([least, most]) => least === most)) return indicator;
  const mean = (end: 0 | 1) => ranges.reduce((sum, one) => sum + one[end], 0) / ranges.length;
  const least = share < mean(0) ? Math.floor(share * 20) / 20 : mean(0);
  const most = share > mean(1) ? Math.ceil(share * 20) / 20 : mean(1);
  const within = [Math.floor(least * 1e6) / 1e6, Math.ceil(most * 1e6) / 1e6] as const;
  const { base } = indicator;
  const people = "exact" in base ? base.exact : base.band === "5-9" ? 5 : 10;
  const low = wilson(Math.round(within[0] * people), people)?.[0] ?? null;
  const high = wilson(Math.round(within[1] * people), people)?.[1] ?? null;
  return { ...indicator, value: (within[0] + within[1]) / 2, within, low, high };
}

/** From the low end of its range to the high one, as if `people` had answered. */
function aroundShare(
  { x, n, whole }: Count,
  [least, most]: Range,
  people: number,
  exact: boolean,
): Interval | null {
  // An indicator of several questions is a mean of shares: counting whole people is conservative.
  if (exact && whole !== null) return favourableInterval(Math.round(x), n, whole);
  const low = wilson(Math.round(least * people), people);
  const high = wilson(Math.round(most * people), people);
  return low === null || high === null ? null : [low[0], high[1]];
}

/** Student's interval; around anything but the mean itself, widened to tenths. */
function aroundMean(
  { n, x, squares }: Count,
  [least, most]: Range,
  scale: number,
  low: number,
  exact: boolean,
): Interval | null {
  const interval = squares === null ? null : meanInterval({ n, sum: x, squares });
  if (interval === null || exact) return interval;
  const half = (interval[1] - interval[0]) / 2;
  const ends = [low + least * scale - half, low + most * scale + half] as const;
  const tenths = [Math.floor(ends[0] * 10) / 10, Math.ceil(ends[1] * 10) / 10] as const;
  return [Math.max(low, tenths[0]), Math.min(low + scale, tenths[1])];
}
