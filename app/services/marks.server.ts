import { writtenIn } from "#app/model/action.ts";
import type { Mark } from "#app/model/mark.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import { storedActions } from "#db/records/actions.ts";
import { readConnections } from "#db/records/connections.ts";
import { type Reorganisation, readReorganisations, storedMarks } from "#db/records/marks.ts";
import { wordsFor } from "./around.ts";

/** Whose trend is drawn, and between which days, both included. */
export interface WantedMarks {
  readonly viewer: Viewer;
  /** Keys from the company down to the population: what happened to any of them happened to it. */
  readonly path: readonly string[];
  readonly from: string;
  readonly to: string;
}

/**
 * What happened to a population, oldest first, as far as this viewer may know: marks somebody wrote,
 * units that became others, networks that began or ended, and actions from the day they began.
 */
export async function readMarks(
  db: Db,
  { viewer, path, from, to }: WantedMarks,
): Promise<readonly Mark[]> {
  const [written, reorganised, connections, actions] = await Promise.all([
    storedMarks(db),
    readReorganisations(db),
    readConnections(db),
    storedActions(db),
  ]);
  const known: readonly Mark[] = [
    ...written.map(({ id, on, kind, names, key }) => ({
      id,
      on,
      kind,
      names: both((language) => writtenIn(names, language).text),
      population: key,
    })),
    // What somebody wrote about that day says more.
    ...reorganisationMarks(reorganised).filter(
      (one) =>
        !written.some(
          ({ on, kind, key }) =>
            kind === "reorganisation" && on === one.on && key === one.population,
        ),
    ),
    ...networkMarks(connections),
    ...actions.flatMap(({ startedOn, doing, population, onBoard }) =>
      startedOn !== null && (onBoard || may(viewer, { do: "read-actions", population }))
        ? [
            {
              id: null,
              on: startedOn,
              kind: "action" as const,
              names: both((language) => writtenIn(doing, language).text),
              population: population.key,
            },
          ]
        : [],
    ),
  ];
  return known
    .filter(({ on, population }) => path.includes(population) && on >= from && on <= to)
    .toSorted((a, b) => a.on.localeCompare(b.on));
}

/** More than these on one day and under one roof are counted, not named. */
const NAMED = 3;

/** What happened under one parent on one day is one mark. */
function reorganisationMarks(reorganised: readonly Reorganisation[]): readonly Mark[] {
  const days = new Map<string, Reorganisation[]>();
  for (const one of reorganised) {
    const place = `${one.on} ${one.key}`;
    days.set(place, [...(days.get(place) ?? []), one]);
  }
  return [...days.values()].flatMap((together) => {
    const [first] = together;
    if (first === undefined) return [];
    const names = both((language) => {
      const { t, format } = wordsFor(language);
      if (together.length > NAMED) return t("marks.reorganised", { n: together.length });
      return format.list(
        together.map(({ was, isNow }) =>
          t("marks.succeeded", { was: named(was, language), now: named(isNow, language) }),
        ),
      );
    });
    return [{ id: null, on: first.on, kind: "reorganisation", names, population: first.key }];
  });
}

/**
 * Networks that began on one day are one mark, and so are those that ended on one. What was never read,
 * or only asks, has begun nothing.
 */
function networkMarks(connections: Awaited<ReturnType<typeof readConnections>>): readonly Mark[] {
  const begun = byDay(
    connections.filter(({ coveredTo, supplies }) => coveredTo !== null && supplies.length > 0),
    ({ beginsOn }) => beginsOn,
  );
  const ended = byDay(
    connections.filter(({ successor }) => successor === null),
    ({ endedOn }) => endedOn,
  );
  const succeeded = connections.flatMap(({ title, endedOn, successor }) =>
    endedOn === null || successor === null
      ? []
      : [
          mark(
            endedOn,
            both((language) =>
              wordsFor(language).t("marks.network.succeeded", { network: title, successor }),
            ),
          ),
        ],
  );
  return [
    ...begun.map(([on, titles]) => mark(on, said("marks.network.begins", titles))),
    ...ended.map(([on, titles]) => mark(on, said("marks.network.ends", titles))),
    ...succeeded,
  ];
}

function mark(on: string, names: Mark["names"]): Mark {
  return { id: null, on, kind: "network", names, population: "company" };
}

function byDay<T extends { readonly title: string }>(
  connections: readonly T[],
  dayOf: (connection: T) => string | null,
): readonly (readonly [on: string, titles: readonly string[]])[] {
  const days = [...new Set(connections.flatMap((one) => dayOf(one) ?? []))];
  return days.map((on) => [
    on,
    connections.filter((one) => dayOf(one) === on).map(({ title }) => title),
  ]);
}

function said(key: "marks.network.begins" | "marks.network.ends", titles: readonly string[]) {
  return both((language) => {
    const { t, format } = wordsFor(language);
    return t(key, { n: titles.length, network: format.list(titles) });
  });
}

function both(say: (language: "fr" | "en") => string): Mark["names"] {
  return { fr: say("fr"), en: say("en") };
}

function named(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? Object.values(names)[0] ?? "";
}
