import { isDay } from "#app/model/period.ts";
import type { Viewer } from "#app/model/viewer.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { type Announcement, readAnnouncements } from "#db/records/announcements.ts";
import { type Around, fewNames, nameIn, type Words, wordsFor } from "./around.ts";
import { DESK, FRONTLINE } from "./barometer/dials.ts";
import { sayShare } from "./barometer/sentences.ts";
import { cutName } from "./choices.ts";
import { sayFromRest, sayGapOf } from "./compared.ts";
import { answeredMeasure, nameOf, reachedMeasure, whereOf } from "./connection/announced.ts";
import {
  type Disclosed,
  differenceFromOthers,
  differenceOf,
  type Lookup,
  lookup,
  populationsOf,
  shown,
} from "./disclosed.ts";

export type ReachReading = NonNullable<Awaited<ReturnType<typeof readReach>>>;

/** How the populations of an announcement are gone through. */
const cuts = ["work", "organisation", "site", "language"];

/**
 * Whom one announcement reached and who answered it; null where there is none, or nothing of it for
 * this viewer. It says when and where the announcement was made, never by whom nor what it said.
 */
export async function readReach(viewer: Viewer, post: string, { db, language }: Around) {
  const words = wordsFor(language);
  const announcement = await announcementAt(db, post);
  if (announcement === null) return null;
  const measures = [reachedMeasure(announcement), answeredMeasure(announcement)] as const;
  const { week } = announcement;
  const figures = (await weekFigures(db, { from: week, to: week, measures })).disclose(viewer);
  if (figures.length === 0) return null;
  const at = lookup(figures);
  const { t } = words;
  const populations = populationsOf(figures);
  const part = (measure: string) => ({
    whole: at("company", measure),
    supplied: figures.some((figure) => figure.measure === measure),
    groups: cuts.flatMap((cut) => {
      const rows = populations
        .filter((one) => one.cut === cut && one.kind !== "company")
        .toSorted((a, b) => words.format.byName(nameIn(words, a), nameIn(words, b)))
        .map((population) => {
          const figure = at(population.key, measure);
          const difference = differenceFromOthers(figure, at("company", measure));
          return {
            key: population.key,
            name: nameIn(words, population),
            figure,
            difference,
            said: difference === null ? [] : [sayFromRest(difference, words)],
          };
        })
        .filter(({ figure }) => figure !== null);
      const name = cut === "language" ? t("ties.cut.language") : cutName(cut, words);
      return rows.length === 0 ? [] : [{ cut, name, ...folded(rows, words) }];
    }),
  });
  const [reached, answered] = measures.map(part);
  if (reached === undefined || answered === undefined) return null;
  return {
    name: nameOf(announcement, words),
    where: whereOf(announcement, words),
    network: announcement.network,
    postedOn: words.format.day(announcement.postedOn),
    lead: leadOf(at, announcement, words),
    reached: { ...reached, sentence: sentenceOf("reached", reached.whole, words) },
    answered: { ...answered, sentence: sentenceOf("answered", answered.whole, words) },
  };
}

/** More hidden rows than this are said in one sentence: a page of hatches tells nobody anything. */
const MOST_HIDDEN = 3;

function folded<R extends { readonly name: string; readonly figure: Disclosed | null }>(
  rows: readonly R[],
  words: Words,
) {
  const hidden = rows.filter(({ figure }) => figure?.hidden);
  if (hidden.length <= MOST_HIDDEN) return { rows, hidden: null };
  const names = fewNames(
    words,
    hidden.map(({ name }) => name),
  );
  return {
    rows: rows.filter(({ figure }) => !figure?.hidden),
    hidden: words.t("reach.folded", { n: hidden.length, names }),
  };
}

async function announcementAt(db: Around["db"], post: string): Promise<Announcement | null> {
  const [, week, number] = /^(\d{4}-\d\d-\d\d)-(\d{1,4})$/.exec(post) ?? [];
  if (week === undefined || !isDay(week)) return null;
  const announcements = await readAnnouncements(db, { week, limit: 100 });
  return announcements.find((one) => one.number === Number(number)) ?? null;
}

function leadOf(at: Lookup, announcement: Announcement, words: Words) {
  const { t } = words;
  const measure = reachedMeasure(announcement);
  const [frontline, desk] = [at(FRONTLINE, measure), at(DESK, measure)];
  if (frontline === null && at("company", measure) === null) {
    return { said: t("reach.notSupplied", { network: announcement.network }), rest: "" };
  }
  if (frontline === null || shown(frontline) === null) return { said: t("reach.hidden"), rest: "" };
  const gap = differenceOf(frontline, desk);
  return {
    said: t("reach.lead", { share: sayShare(words, frontline) }),
    rest: gap === null ? "" : sayGapOf(gap, words),
  };
}

function sentenceOf(kind: "reached" | "answered", whole: Disclosed | null, words: Words): string {
  if (whole === null) return "";
  return shown(whole) === null
    ? words.t("reach.hidden")
    : words.t(`reach.${kind}.sentence`, { share: sayShare(words, whole) });
}
