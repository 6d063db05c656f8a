import type { DrawnReference } from "#app/model/drawn-reference.ts";
import type { Words } from "../around.ts";
import type { NearFigure } from "./references.ts";

/** More would hide the lines they are laid beside. */
const MOST = 2;

/**
 * One figure a source, of those that may be drawn. They are of whole organisations: beside a part of the
 * company they are listed alone.
 */
export function drawnReferences(
  near: readonly NearFigure[],
  population: string,
  words: Words,
): readonly DrawnReference[] {
  if (population !== "company") return [];
  const drawn = oneEach(near.filter((one) => one.drawn)).slice(0, MOST);
  return drawn.flatMap(({ key, at, share, said, name, period, wording, sample, source }, index) => {
    if (share === null) return [];
    const sentence = words.t("references.drawn.sentence", { name, wording, value: said });
    return {
      ...{ key, at, value: share, said, source },
      label: words.t("references.drawn.label", { period, value: said }),
      name: words.t("barometer.trend.reference", { name, period }),
      about: words.t("references.drawn.about", { wording, sample }),
      sentence:
        index === drawn.length - 1 ? `${sentence} ${words.t("references.drawn.never")}` : sentence,
    };
  });
}

/** The first figure of each source, those that are drawn before those that are not. */
export function oneEach(near: readonly NearFigure[]): readonly NearFigure[] {
  const first = near.toSorted((a, b) => Number(b.drawn) - Number(a.drawn)).toReversed();
  return [...new Map(first.map((one) => [one.reference, one])).values()].toSorted(
    (a, b) => near.indexOf(a) - near.indexOf(b),
  );
}
