import { nameIn, type Words } from "../around.ts";
import {
  type Difference,
  type Disclosed,
  differenceOf,
  type Lookup,
  populationsOf,
  shown,
} from "../disclosed.ts";
import { DESK, FRONTLINE } from "./dials.ts";

/** Who answers less than whom, within one way of cutting the company. */
export interface Parity {
  readonly cut: string;
  readonly less: Disclosed;
  readonly more: Disclosed;
  readonly difference: Difference;
}

/**
 * For each segment, the option that answers least against the one that answers most; frontline
 * against desk first, always in that order.
 */
export function paritiesOf(
  figures: readonly Disclosed[],
  at: Lookup,
  words: Words,
): readonly Parity[] {
  // By name first: what is shown alike stays in that order.
  const segments = populationsOf(figures)
    .filter(({ kind, parentKey }) => kind === "segment" && parentKey === "company")
    .toSorted((a, b) => words.format.byName(nameIn(words, a), nameIn(words, b)));
  const cuts = [...new Set(segments.map(({ cut }) => cut))].filter((cut) => cut !== "work");
  const ends = cuts.map((cut): [string, Disclosed | null, Disclosed | null] => {
    const options = segments
      .filter((one) => one.cut === cut)
      .map(({ key }) => at(key, "participation"))
      .filter((figure) => shown(figure) !== null)
      .toSorted((a, b) => (shown(a)?.value ?? 0) - (shown(b)?.value ?? 0));
    return [cut, options[0] ?? null, options.at(-1) ?? null];
  });
  const work: typeof ends = [["work", at(FRONTLINE, "participation"), at(DESK, "participation")]];
  return [...work, ...ends].flatMap(([cut, less, more]) => {
    const difference = differenceOf(less, more);
    return less === null || more === null || difference === null || less === more
      ? []
      : [{ cut, less, more, difference }];
  });
}
