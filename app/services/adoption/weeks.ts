import { type Disclosed, shown } from "../disclosed.ts";

/** One week as a bar; null where there is nothing to draw a bar of. */
export interface WeekBar {
  readonly total: number;
  /** The dark part of it. */
  readonly part: number;
}

/** Shares of a headcount as people; under 20, where the headcount is a band, there is no bar. */
export function peopleOf(figures: readonly (Disclosed | null)[]): readonly (WeekBar | null)[] {
  return figures.map((figure) => {
    const value = shown(figure);
    if (value === null || "band" in value.base) return null;
    return { total: Math.round(value.value * value.base.exact), part: 0 };
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
    return { total, part: share === undefined ? 0 : Math.round(total * share) };
  });
}
