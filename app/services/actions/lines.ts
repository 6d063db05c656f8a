import { type Action, isLate, writtenIn } from "#app/model/action.ts";
import { isIndicator } from "#app/model/indicator.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { storedActions } from "#db/records/actions.ts";
import { type Around, nameIn, type Words, wordsFor } from "../around.ts";
import { readMeasured } from "./measured.ts";

/** An action as a page shows it. */
export type ActionLine = ReturnType<typeof lineOf>;

/** Which actions: those of a population and of what is inside it; null for all this viewer may read. */
export interface WantedActions {
  readonly population: string | null;
}

export interface AroundActions extends Around {
  readonly today: string;
  readonly timeZone: string;
}

/** Actions as far as the viewer may read them, the one due first first, each with what was measured since. */
export async function readActions(
  viewer: Viewer,
  { population }: WantedActions,
  { db, language, today, timeZone }: AroundActions,
): Promise<readonly ActionLine[]> {
  const words = wordsFor(language);
  const all = await storedActions(db);
  const theirs = all.filter(
    (one) =>
      may(viewer, { do: "read-actions", population: one.population }) &&
      (population === null || one.population.path.includes(population)),
  );
  const sayMeasured = await readMeasured(viewer, theirs, { db, timeZone, words, begun: all });
  return theirs.map((action) => lineOf(action, sayMeasured(action), { today, words, viewer }));
}

function lineOf(
  action: Action,
  measured: string | null,
  {
    today,
    words,
    viewer,
  }: { readonly today: string; readonly words: Words; readonly viewer: Viewer },
) {
  const { id, population, heard, doing, indicator, owner, dueOn, state, onBoard } = action;
  const { startedOn, endedOn } = action;
  const { t, language } = words;
  return {
    id,
    population: population.key,
    populationName: nameOfPopulation(population, words),
    heard: writtenIn(heard, language),
    doing: writtenIn(doing, language),
    indicator,
    indicatorName: indicator !== null && isIndicator(indicator) ? t(`measure.${indicator}`) : null,
    owner: owner.name,
    ownerId: owner.id,
    dueOn,
    state,
    startedOn,
    endedOn,
    isLate: isLate(action, today),
    onBoard,
    measured,
    mayChange: may(viewer, { do: "write-actions", population }),
  };
}

/** What a population is called on a page about actions. */
export function nameOfPopulation(population: Action["population"], words: Words): string {
  return population.key === "company" ? words.t("population.company") : nameIn(words, population);
}
