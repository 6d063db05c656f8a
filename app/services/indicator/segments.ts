import type { Population } from "#app/model/population.ts";
import { fewNames, nameIn, type Words } from "../around.ts";
import { sayFromRest } from "../compared.ts";
import {
  type Difference,
  type Disclosed,
  differenceFromOthers,
  isReal,
  type Lookup,
} from "../disclosed.ts";

/** One part of what is looked at, with what its test against the rest lets be said. */
export interface Segment {
  readonly key: string;
  readonly name: string;
  readonly figure: Disclosed | null;
  readonly difference: Difference | null;
  readonly said: readonly string[];
}

/** The parts in alphabetical order: no ranking. Each against the rest of the whole it is part of. */
export function segmentsOf(
  parts: readonly Population[],
  measure: string,
  whole: string,
  at: Lookup,
  words: Words,
): readonly Segment[] {
  return parts
    .map((population) => {
      const figure = at(population.key, measure);
      const difference = differenceFromOthers(figure, at(whole, measure));
      return {
        key: population.key,
        name: nameIn(words, population),
        figure,
        difference,
        said: difference === null ? [] : [sayFromRest(difference, words)],
      };
    })
    .toSorted((a, b) => words.format.byName(a.name, b.name));
}

/** Who stands out, and that the others do not. */
export function saySegments(segments: readonly Segment[], words: Words): string {
  const { t } = words;
  const tested = segments.filter(
    ({ difference }) => difference !== null && difference.verdict !== "untested",
  );
  if (tested.length === 0) return t("indicator.segments.untested");
  const named = (verdict: "above" | "below") =>
    fewNames(
      words,
      segments.flatMap(({ name, difference }) => (difference?.verdict === verdict ? name : [])),
    );
  const [above, below] = [named("above"), named("below")];
  const said = [
    above === "" ? "" : t("indicator.segments.above", { names: above }),
    below === "" ? "" : t("indicator.segments.below", { names: below }),
    tested.some(({ difference }) => !isReal(difference))
      ? t(above + below === "" ? "indicator.segments.none" : "indicator.segments.others")
      : "",
  ];
  return said.filter(Boolean).join(" ");
}
