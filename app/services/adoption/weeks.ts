import { type Disclosed, shown } from "../disclosed.ts";

/** One week as a bar; null where there is nothing to draw a bar of. */
export interface WeekBar {
  /** How many there are at most; at least so many unless it is exact. */
  readonly total: number;
  readonly least: number;
  /** The dark part of it. */
  readonly part: number;
}

const NEARLY = 1e-3;

/**
 * Shares of a headcount as people, as many as the range of the share holds; under 20, where the
 * headcount is a band, there is no bar.
 */
export function peopleOf(figures: readonly (Disclosed | null)[]): readonly (WeekBar | null)[] {
  return figures.map((figure) => {
    const value = shown(figure);
    if (value === null || "band" in value.base) return null;
    const people = value.base.exact;
    const [least, most] = value.within ?? [value.value, value.value];
    if (least === most) return barOf(Math.round(value.value * people));
    // Whole people: a share of 0.93 of 30 or more is 28 of them or more.
    return {
      total: Math.floor(most * people + NEARLY),
      // Of nobody, a minus zero would be left: it is written otherwise.
      least: Math.max(0, Math.ceil(least * people - NEARLY)),
      part: 0,
    };
  });
}

/** Messages of a week, and those of them that went to another team. */
export function messagesOf(
  all: readonly (Disclosed | null)[],
  across: readonly (Disclosed | null)[],
): readonly (WeekBar | null)[] {
  return all.map((figure, index) => {
    const total = shown(figure)?.value;
    if (total === undefined) return null;
    const share = shown(across[index] ?? null)?.value;
    return barOf(total, share === undefined ? 0 : Math.round(total * share));
  });
}

function barOf(total: number, part = 0): WeekBar {
  return { total, least: total, part };
}
