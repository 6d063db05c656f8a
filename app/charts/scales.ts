import { scaleLinear, scaleLog } from "d3-scale";
import type { Axis } from "./axis.ts";

// Called where the page is put together, on the server: the browser is given the axes as numbers.

/** From left to right, between round numbers that hold everything. */
export function across(values: readonly number[]): Axis {
  const scale = scaleLinear([Math.min(...values), Math.max(...values)], [0, 100]).nice(4);
  return axisOf(scale.domain(), scale.ticks(4));
}

/** Differences from left to right, zero in the middle. */
export function differencesAcross(values: readonly number[]): Axis {
  const furthest = Math.max(0.1, ...values.map(Math.abs));
  const edge = Math.ceil(furthest * 20 + 0.5) / 20;
  return axisOf([-edge, edge], scaleLinear([-edge, edge], [0, 100]).ticks(5));
}

/** Shares from bottom to top, between round tens that hold everything with some air. */
export function sharesUp(values: readonly number[]): Axis {
  const low = Math.max(0, Math.floor(Math.min(0.9, ...values) * 10 - 0.5) / 10);
  const high = Math.min(1, Math.ceil(Math.max(0.1, ...values) * 10 + 0.5) / 10);
  return axisOf([low, high], scaleLinear([low, high], [100, 0]).ticks(4));
}

/** Counts from the bottom up, from zero. */
export function countsUp(values: readonly number[]): Axis {
  const scale = scaleLinear([0, Math.max(1, ...values)], [100, 0]).nice(4);
  return axisOf(scale.domain(), scale.ticks(4));
}

/** Numbers of people from left to right, as powers of ten: a team of 20 and one of 2,000 both fit. */
export function sizesAcross(sizes: readonly number[]): Axis {
  const [least, most] = [Math.max(1, Math.min(...sizes)), Math.max(10, ...sizes)];
  const [from, to] = [Math.log10(least / 1.15), Math.log10(most * 1.15)];
  const round = scaleLog([10 ** from, 10 ** to], [0, 100])
    .ticks()
    .filter((tick) => [1, 2, 5].some((one) => isPowerOfTen(tick / one)));
  return axisOf([from, to], round.map(Math.log10));
}

function isPowerOfTen(value: number): boolean {
  return Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;
}

function axisOf([from = 0, to = 1]: readonly number[], ticks: readonly number[]): Axis {
  return { from, to, ticks };
}
