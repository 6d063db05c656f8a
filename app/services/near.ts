import type { Population } from "#app/model/population.ts";

/** What a list to choose from may hold: of a longer one only what is near is offered. */
export const LISTED = 200;

/**
 * Of a way of cutting the company that is too long to list: what is above and beside the one looked
 * at, and directly below it, as a tree opened at that place.
 */
export function nearTo(
  populations: readonly Population[],
  path: readonly string[],
): readonly Population[] {
  if (populations.length <= LISTED) return populations;
  const opened = new Set(["company", ...path]);
  return populations.filter(({ key, parentKey }) => opened.has(key) || opened.has(parentKey ?? ""));
}

/** Whose names hold what somebody typed, whatever the accents and capitals. */
export function namedLike<T>(
  all: readonly T[],
  nameOf: (one: T) => string,
  typed: string,
): readonly T[] {
  const sought = bare(typed);
  return sought === "" ? [] : all.filter((one) => bare(nameOf(one)).includes(sought));
}

function bare(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
