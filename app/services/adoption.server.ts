import { addDays } from "#app/model/period.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { releasedGroups, releasedHours } from "#db/figures/released-adoption.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { readConnections } from "#db/records/connections.ts";
import { readDeclaredNetworks } from "#db/records/declared-networks.ts";
import { readReleasedWeeks } from "#db/records/releases.ts";
import { readSuccessions } from "#db/records/successions.ts";
import { networksOf } from "./adoption/by-network.ts";
import { groupsOf } from "./adoption/groups.ts";
import { kindsOf } from "./adoption/kinds.ts";
import { marksOf } from "./adoption/marks.ts";
import type { AskedGroups } from "./adoption/open-groups.ts";
import { rhythmOf } from "./adoption/rhythm.ts";
import { messagesOf, peopleOf } from "./adoption/weeks.ts";
import { type Around, nameIn, wordsFor } from "./around.ts";
import { DESK, dialsOf, FRONTLINE } from "./barometer/dials.ts";
import { leadOf } from "./barometer/lead.ts";
import { momentsOf } from "./barometer/moments.ts";
import { partsOf } from "./barometer/parts.ts";
import { sayShare } from "./barometer/sentences.ts";
import { trendOf } from "./barometer/trend.ts";
import { cutName, populationChoices, startingPopulation } from "./choices.ts";
import { isExact, lookup, populationsOf, shown } from "./disclosed.ts";
import { lookedBack } from "./looked-back.ts";
import { readMarks } from "./marks.server.ts";
import { paged } from "./paged.ts";
import { rowsOf } from "./teams/rows.ts";

export interface AskedAdoption {
  readonly population: string | null;
  /** How many weeks back; `all` for every released one. */
  readonly weeks: string | null;
  /** Which open groups are listed. */
  readonly groups?: AskedGroups;
}

/** What is read of every week and population; the parts of adoption are read of the newest alone. */
const weekly = ["adoption", "active", "messages", "messages-across"];

export type AdoptionReading = NonNullable<Awaited<ReturnType<typeof readAdoption>>>;

/** Who takes part in groups, week by week; null when the address leads to nothing. */
export async function readAdoption(
  viewer: Viewer,
  asked: AskedAdoption,
  { db, language, timeZone, find = null, part = null }: Around & { readonly timeZone: string },
) {
  const words = wordsFor(language);
  const { t, format } = words;
  const released = await readReleasedWeeks(db);
  const [newest] = released;
  const { weeks, span, spans } = lookedBack(asked.weeks, released, words);
  const now =
    newest === undefined
      ? []
      : (await weekFigures(db, { from: newest.week, to: newest.week, measures: weekly })).disclose(
          viewer,
        );
  const populations = populationsOf(now);
  const population =
    asked.population === null
      ? startingPopulation(viewer, populations)
      : (populations.find(({ key }) => key === asked.population) ?? null);
  if (population === null && (asked.population !== null || populations.length > 0)) return null;

  const key = population?.key ?? "company";
  const sealed = await weekFigures(db, {
    populations: [key, "company", FRONTLINE, DESK],
    measures: weekly,
    ...(weeks[0] ? { from: weeks[0].week } : {}),
  });
  const figures = sealed.disclose(viewer);
  const atWeek = (week: string | undefined) =>
    lookup(figures.filter(({ release }) => release.key === week));
  const [first, last] = [weeks[0]?.week, weeks.at(-1)?.week];
  const ended =
    first && last ? await readSuccessions(db, { from: first, to: addDays(last, 6) }) : [];
  const moments = momentsOf([], released, { wave: null, compare: null }, timeZone, words);
  const at = lookup(now);
  const dials = dialsOf(key, () => ({ now: at, before: atWeek(moments?.comparedWeek?.week) }));
  const adoption = dials.filter(({ measure }) => measure === "adoption");

  const parts = partsOf(population, populations, null);
  const rows = parts.rows.toSorted((a, b) => format.byName(nameIn(words, a), nameIn(words, b)));
  const along = (measure: string) => weeks.map(({ week }) => atWeek(week)(key, measure));
  const active = along("active");
  const lastActive = active.at(-1) ?? null;
  const across = along("messages-across");
  const lastAcross = across.at(-1) ?? null;
  const [happened, groups, hours, connections, networks] = await Promise.all([
    first && last
      ? readMarks(db, {
          viewer,
          path: population?.path ?? ["company"],
          from: first,
          to: addDays(last, 6),
        })
      : [],
    releasedGroups(db, first ?? "9999-12-31"),
    releasedHours(db),
    readConnections(db),
    readDeclaredNetworks(db),
  ]);
  const newestParts = newest && {
    from: newest.week,
    to: newest.week,
    populations: ["company", FRONTLINE, DESK],
  };
  const atParts = lookup(newestParts ? (await weekFigures(db, newestParts)).disclose(viewer) : []);
  // Groups and networks are the company's: a unit has none of its own.
  const isWhole = ["company", FRONTLINE, DESK].includes(key) && at("company", "active") !== null;
  const subject = t("barometer.subject.company.adoption");
  // Where no network tells who took part there is no adoption: units are read by who was active.
  const supplied = figures.some(({ measure }) => measure === "adoption");
  return {
    weeks: weeks.map(({ week, without }) => ({ week, name: format.day(week), without })),
    span,
    spans,
    population: key,
    populationName:
      key === "company" || population === null
        ? t("population.company")
        : nameIn(words, population),
    populations: populationChoices(populations, words, { at: population, find }),
    supplied,
    lead: supplied
      ? leadOf({ dials: adoption, since: moments?.since ?? null, loudest: null, now: at }, words)
      : { said: t("adoption.notSupplied"), rest: t("adoption.notSupplied.rest") },
    trend: trendOf(
      key,
      "adoption",
      weeks.map(({ week }) => ({
        key: week,
        names: { fr: format.day(week), en: format.day(week) },
        closedAt: new Date(`${week}T00:00:00Z`),
      })),
      figures,
      subject.charAt(0).toLowerCase() + subject.slice(1),
      words,
      { besides: true },
    ),
    captions: {
      trend: t("adoption.trend.caption"),
      definition: t("adoption.trend.definition.text"),
      units: t("teams.note"),
      nothing: t("teams.lead.nothing"),
    },
    marks: marksOf(ended, happened, words),
    active: {
      caption: t("adoption.active.caption"),
      bars: peopleOf(active),
      figures: active,
      sentence:
        lastActive === null
          ? ""
          : shown(lastActive) === null
            ? t("adoption.active.hidden")
            : t(isExact(lastActive) ? "adoption.active.sentence" : "adoption.active.ranged", {
                share: sayShare(words, lastActive),
              }),
    },
    kinds: isWhole ? kindsOf(atParts, words) : null,
    groups: isWhole ? groupsOf(groups.disclose(viewer), words, asked.groups) : null,
    rhythm: rhythmOf(hours.disclose(viewer), key, words),
    networks: isWhole ? networksOf(atParts, connections, networks, words, timeZone) : null,
    units: {
      cut: cutName(parts.cut, words),
      measure: supplied ? t("measure.adoption") : t("measure.active"),
      ...paged(rowsOf(rows, supplied ? "adoption" : "active", "company", at, words), part),
      whole: at("company", supplied ? "adoption" : "active"),
      day: newest === undefined ? "" : format.day(newest.week),
      sentence: t("adoption.units.sentence", {
        measure: supplied ? t("measure.adoption") : t("measure.active"),
        day: newest === undefined ? "" : format.day(newest.week),
      }),
    },
    messages: {
      caption: t("adoption.messages.caption"),
      bars: messagesOf(along("messages"), across),
      figures: along("messages"),
      across,
      sentence:
        lastAcross === null || shown(lastAcross) === null
          ? t("adoption.messages.none")
          : t(isExact(lastAcross) ? "adoption.messages.sentence" : "adoption.messages.ranged", {
              share: sayShare(words, lastAcross),
            }),
    },
  };
}
