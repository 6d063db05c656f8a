/** An axis as numbers: where it begins and ends, and which values are written along it. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Shares from 0 % to 100 %. */
export const shares: Axis = { from: 0, to: 1, ticks: [0, 0.25, 0.5, 0.75, 1] };

/** Where a value stands between the ends of an axis, in percent of the drawing. */
export function along({ from, to }: Axis, value: number): number {
  return to === from ? 50 : ((value - from) / (to - from)) * 100;
}

/** The same for an axis that goes up: drawings count from the top. */
export function upAlong(axis: Axis, value: number): number {
  return 100 - along(axis, value);
}

export function percent(place: number): string {
  return `${Math.round(place * 100) / 100}%`;
}
