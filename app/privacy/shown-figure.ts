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
  measure: Pick<MeasureCount, "rule" | "form" | "low" | "high" | "overlaps">,
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
    // The last digits of a share would tell how many acts there were.
    const step = exact ? (measure.overlaps ? 100 : null) : 10;
    const shown = form === "share" && step !== null ? Math.round(value * step) / step : value;
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
        ? aroundShare(range, people, exact ? count.whole : null)
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
 * steps of a twentieth. Its interval is the mean of theirs, as far out: the error of a mean is never
 * more than the mean of the errors, however the answers to the questions go together.
 */
export function noFinerThan(
  indicator: Value,
  share: number,
  questions: readonly (Value | null)[],
): Value {
  const shown = questions.filter((one) => one !== null);
  if (shown.every(({ within }) => within === null)) return indicator;
  const mean = (end: (question: Value) => number) =>
    shown.reduce((sum, one) => sum + end(one), 0) / shown.length;
  const [low, high] = [
    mean(({ within, value }) => within?.[0] ?? value),
    mean(({ within, value }) => within?.[1] ?? value),
  ];
  const least = share < low ? Math.floor(share * 20) / 20 : low;
  const most = share > high ? Math.ceil(share * 20) / 20 : high;
  const within = [Math.floor(least * 1e6) / 1e6, Math.ceil(most * 1e6) / 1e6] as const;
  return {
    ...indicator,
    value: (within[0] + within[1]) / 2,
    within,
    low: Math.max(0, mean((one) => one.low ?? 0) - (low - within[0])),
    high: Math.min(1, mean((one) => one.high ?? 1) + (within[1] - high)),
  };
}

/**
 * From the low end of its range to the high one: for the team of `whole` where that is told, else as
 * if `people` had answered. Made of what is shown alone, it tells nothing more; it never ends inside
 * the range, which a whole number of people may.
 */
function aroundShare([least, most]: Range, people: number, whole: number | null): Interval | null {
  // An indicator of several questions is a mean of shares: counting whole people is conservative.
  const around = (share: number) => {
    // A sum of shares depends on the order of its terms in its last digit, which must not show.
    const count = Math.round(share * people + 1e-9);
    return whole === null ? wilson(count, people) : favourableInterval(count, people, whole);
  };
  const [low, high] = [around(least), around(most)];
  if (low === null || high === null) return null;
  return least === most ? [low[0], high[1]] : [Math.min(low[0], least), Math.max(high[1], most)];
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
