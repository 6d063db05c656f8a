/** More would not fit the one exact number a choice of several is stored as. */
export const MOST_CHOICES = 30;

/** More digits in base eleven than a number holds exactly would say another order. */
export const MOST_RANKED = 10;

/**
 * Several options ticked, as the one number that is stored: the bit of each option's place (0 for the
 * first). Nothing ticked is 0, which is an answer; places are those of the questionnaire, never values.
 */
export function packChoices(places: readonly number[], options: number): number {
  requireAll(places, options, MOST_CHOICES);
  return places.reduce((packed, place) => packed + 2 ** place, 0);
}

/** The places of the options ticked, first to last. Null when the number is no such choice. */
export function unpackChoices(packed: number, options: number): readonly number[] | null {
  if (!Number.isInteger(packed) || packed < 0 || packed >= 2 ** options) return null;
  return [...Array(options).keys()].filter((place) => Math.floor(packed / 2 ** place) % 2 === 1);
}

/**
 * Options put in order, as the one number that is stored: a digit an option in base (options + 1), the
 * preferred one first, place + 1 each. Whoever orders only some leaves the rest out: `[2, 0]` of four
 * options is 3 then 1, 16 in base five.
 */
export function packRank(places: readonly number[], options: number): number {
  requireAll(places, options, MOST_RANKED);
  return places.reduce((packed, place) => packed * (options + 1) + place + 1, 0);
}

/** The places in their order, the preferred one first. Null when the number is no such order. */
export function unpackRank(packed: number, options: number): readonly number[] | null {
  if (!Number.isInteger(packed) || packed < 0) return null;
  const places: number[] = [];
  for (let rest = packed; rest > 0; rest = Math.floor(rest / (options + 1))) {
    places.unshift((rest % (options + 1)) - 1);
  }
  const isOrder = places.every((place) => place >= 0) && new Set(places).size === places.length;
  return isOrder ? places : null;
}

function requireAll(places: readonly number[], options: number, most: number): void {
  if (options > most) throw new RangeError(`At most ${most} options fit this form of answer.`);
  const areThere = places.every(
    (place) => Number.isInteger(place) && place >= 0 && place < options,
  );
  if (!areThere || new Set(places).size !== places.length) {
    throw new RangeError("Each option is there once, by its place.");
  }
}
