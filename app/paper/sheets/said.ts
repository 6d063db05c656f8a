import { sayBase } from "#app/charts/figure-words.ts";
import type { Population } from "#app/model/population.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { nameIn, type Words } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";

/** What a population is called in a file: the company by our own word, as on the pages. */
export function populationName(population: Population, words: Words): string {
  return population.kind === "company" ? words.t("population.company") : nameIn(words, population);
}

/** How many are behind a figure, in words; nothing where it is hidden. */
export function baseOf(figure: Disclosed | null, words: Words): string {
  return figure === null || figure.hidden ? "" : sayBase(words, figure.measure, figure.value.base);
}

/** How many are behind the newest figure of each line, named: `n : Terrain 512 réponses`. */
export function basesOf(
  lines: readonly { readonly name: string; readonly figures: readonly (Disclosed | null)[] }[],
  words: Words,
): string {
  const said = lines.flatMap(({ name, figures }) => {
    const base = baseOf(figures.findLast((one) => baseOf(one, words) !== "") ?? null, words);
    return base === "" ? [] : [words.t("paper.base", { name, base })];
  });
  return said.length === 0 ? "" : words.t("paper.n", { bases: words.format.list(said) });
}

/** Where what is drawn comes from: when its answers and its weeks were last released, of whom, and by which product. */
export function sourceOf(
  figures: readonly (Disclosed | null)[],
  of: string,
  { timeZone }: Pick<ViewerVisit, "timeZone">,
  { t, format }: Words,
): string {
  const days = (["wave", "week"] as const).flatMap((kind) => {
    const released = figures.flatMap((figure) =>
      figure?.release.kind === kind ? figure.release.releasedAt.getTime() : [],
    );
    return released.length === 0 ? [] : format.date(new Date(Math.max(...released)), timeZone);
  });
  return days.length === 0
    ? t("paper.source.none", { of })
    : t("paper.source", { of, day: format.list([...new Set(days)]) });
}
