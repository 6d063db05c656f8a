import type { Value } from "#app/model/measure.ts";
import { rangeOf, shownAs } from "#app/model/shown-as.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import type { Axis } from "./axis.ts";

interface Sides {
  readonly favourable: Disclosed | null;
  readonly unfavourable: Disclosed | null;
}

/** Both sides of zero, as far as the longest of them goes. */
export function bothSides(rows: readonly Sides[]): Axis {
  const ends = rows.flatMap(({ favourable, unfavourable }) =>
    [favourable, unfavourable].map((one) =>
      one === null || one.hidden ? 0 : (one.value.within?.[1] ?? one.value.value),
    ),
  );
  const edge = Math.min(1, Math.ceil(Math.max(0.4, ...ends) * 5 - 1e-6) / 5);
  return { from: -edge, to: edge, ticks: [-edge, -edge / 2, 0, edge / 2, edge] };
}

/** How far a side surely goes, and how far it may go; one number where that is all there is to say. */
export interface SideEnds {
  readonly least: number;
  readonly most: number;
  /** Whether it is a range: full as far as it surely goes, open from there. */
  readonly isWide: boolean;
}

/** A rounded share is drawn at its rounding; of a range only its sure part is full. */
export function sideEnds(value: Value): SideEnds {
  const range = rangeOf(value);
  const isWide = !["exact", "rounded", "tenths"].includes(shownAs(value));
  const [least, most] = isWide && range !== null ? range : [value.value, value.value];
  return { least, most, isWide };
}
