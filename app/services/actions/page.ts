import { type ActionState, actionStates, writtenIn } from "#app/model/action.ts";
import { indicators } from "#app/model/indicator.ts";
import { may } from "#app/model/viewer.ts";
import { possibleOwners, storedActions } from "#db/records/actions.ts";
import { storedMarks } from "#db/records/marks.ts";
import { wordsFor } from "../around.ts";
import { populationChoices } from "../choices.ts";
import type { ViewerVisit } from "../visit.server.ts";
import { nameOfPopulation, readActions } from "./lines.ts";
import { writablePlaces } from "./places.ts";

/** What the address of the page asks for; null where it leaves the choice to us. */
export interface AskedActions {
  readonly population: string | null;
  readonly state: string | null;
  /** Whose: the number of an account. */
  readonly owner: string | null;
  /** The action whose form is wanted. */
  readonly change: string | null;
  /** What they are about; a new one is about it too, for whoever comes from another page. */
  readonly indicator: string | null;
}

export type ActionsReading = NonNullable<Awaited<ReturnType<typeof readActionsPage>>>;

/** What is done within a viewer's scope, and the forms to write it; null when the address leads to nothing. */
export async function readActionsPage(visit: ViewerVisit, asked: AskedActions) {
  const { viewer, db, language, today } = visit;
  const words = wordsFor(language);
  const state = actionStates.find((one) => one === asked.state) ?? null;
  if (asked.state !== null && state === null) return null;
  const indicator = indicators.find((one) => one === asked.indicator) ?? null;
  const [places, all, marks] = await Promise.all([
    writablePlaces(viewer, db),
    readActions(viewer, { population: null }, visit),
    storedMarks(db),
  ]);
  const place = places.find(({ key }) => key === asked.population) ?? null;
  if (asked.population !== null && place === null) return null;
  const inside = place === null ? all : await readActions(viewer, { population: place.key }, visit);
  const changing = await changingOf(visit, asked.change);
  if (asked.change !== null && changing === null) return null;
  const theirs = [...new Map(all.map((one) => [String(one.ownerId), one.owner]))];
  const owner = theirs.find(([id]) => id === asked.owner) ?? null;
  if (asked.owner !== null && owner === null) return null;
  const scope = places.flatMap(({ path }) => path);
  const owners = await possibleOwners(db, changing?.path ?? [...new Set(scope)], today);
  const open = all.filter((one) => one.state === "planned" || one.state === "doing");
  const late = open.filter(({ isLate }) => isLate).length;
  return {
    sentence:
      open.length === 0
        ? words.t("actions.lead.none")
        : words.t("actions.lead.open", { n: open.length }) +
          (late === 0 ? "" : ` ${words.t("actions.lead.late", { n: late })}`),
    actions: inside.filter(
      (one) =>
        (state === null || one.state === state) &&
        (owner === null || String(one.ownerId) === owner[0]) &&
        (indicator === null || one.indicator === indicator),
    ),
    population: place?.key ?? null,
    populationName: place === null ? null : nameOfPopulation(place, words),
    state,
    owner: owner?.[0] ?? null,
    ownerName: owner?.[1] ?? null,
    /** Who owns an action that this viewer may read. */
    theirs: theirs
      .map(([value, label]) => ({ value, label, depth: 0 }))
      .toSorted((a, b) => words.format.byName(a.label, b.label)),
    places: populationChoices(places, words),
    owners: owners.map(({ id, name }) => ({ value: String(id), label: name, depth: 0 })),
    indicators: indicators.map((one) => ({
      value: one,
      label: words.t(`measure.${one}`),
      depth: 0,
    })),
    indicator,
    viewerId: viewer.id,
    changing: changing?.form ?? null,
    marks: marks
      .filter(({ key, path }) => mayWrite(visit, key, path))
      .toReversed()
      .map(({ id, on, kind, names, key, about }) => ({
        id,
        on,
        kind,
        said: writtenIn(names, language),
        populationName: key === "company" ? words.t("population.company") : about[language],
      })),
  };
}

/** The form of one action; null when there is none that this viewer may change. */
async function changingOf({ viewer, db, language }: ViewerVisit, wanted: string | null) {
  if (wanted === null) return null;
  const action = (await storedActions(db)).find(({ id }) => String(id) === wanted);
  if (
    action === undefined ||
    !may(viewer, { do: "write-actions", population: action.population })
  ) {
    return null;
  }
  const { id, population, heard, doing, indicator, owner, dueOn, startedOn, onBoard } = action;
  const state: ActionState = action.state;
  return {
    path: population.path,
    form: {
      id,
      populationName: nameOfPopulation(population, wordsFor(language)),
      heard: { fr: heard.fr ?? "", en: heard.en ?? "" },
      doing: { fr: doing.fr ?? "", en: doing.en ?? "" },
      indicator,
      ownerId: owner.id,
      dueOn,
      startedOn,
      state,
      onBoard,
    },
  };
}

function mayWrite({ viewer }: ViewerVisit, key: string, path: readonly string[]): boolean {
  const nowhere = { kind: "unit", parentKey: null, cut: "", names: { fr: "", en: "" } } as const;
  return may(viewer, { do: "write-actions", population: { ...nowhere, key, path } });
}
