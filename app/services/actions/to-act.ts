import { isIndicator } from "#app/model/indicator.ts";
import type { Population } from "#app/model/population.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { Words } from "../around.ts";
import { type Difference, isReal } from "../disclosed.ts";
import { nameOfPopulation } from "./lines.ts";

/** What fell, each leading to what is done about it and to a form that knows what it is about. */
export interface ToAct {
  readonly said: string;
  readonly links: readonly { readonly address: string; readonly label: string }[];
}

/** Something that moved; its change may be a rise, and no fall. */
export interface Moved {
  readonly population: Population;
  readonly measure: string;
  readonly change: Difference | null;
}

/**
 * The way from what really fell to what is done about it, for whoever may write there; null when nothing
 * fell, or nothing of it is this viewer's to act on.
 */
export function toActOn(
  viewer: Viewer,
  moved: readonly Moved[],
  names: Readonly<Record<string, string>>,
  words: Words,
): ToAct | null {
  if (!may(viewer, { do: "read-page", page: "actions" })) return null;
  const links = moved
    .filter(
      ({ population, change }) =>
        change !== null &&
        isReal(change) &&
        change.displayed < 0 &&
        may(viewer, { do: "write-actions", population }),
    )
    .map(({ population, measure }) => ({
      address: `/actions?${new URLSearchParams({
        population: population.key,
        ...(isIndicator(measure) && { indicator: measure }),
      })}`,
      label: words.t("actions.about", {
        population: nameOfPopulation(population, words),
        measure: names[measure] ?? measure,
      }),
    }));
  // Two questions of one population lead to the same place.
  const once = [...new Map(links.map((link) => [link.address, link])).values()];
  return once.length === 0 ? null : { said: words.t("actions.toAct"), links: once };
}
