import { sayFigure } from "#app/charts/figure-words.ts";
import { countsUp } from "#app/charts/scales.ts";
import { groupNames } from "#app/i18n/group-names.ts";
import { type GroupState, groupStates } from "#app/model/group-life.ts";
import type { Disclosed } from "#app/privacy/gate.ts";
import { type AdoptionReading, readAdoption } from "#app/services/adoption.server.ts";
import { type Words, wordsFor } from "#app/services/around.ts";
import type { ViewerVisit } from "#app/services/visit.server.ts";
import { drawCalendar } from "../calendar.ts";
import { drawGrid } from "../grid.server.ts";
import type { Ink } from "../picture.ts";
import type { Chart, Sheet } from "../sheet.ts";
import { drawStacks } from "../stacks.ts";
import { sourceOf } from "./said.ts";

type Drawn = (reading: AdoptionReading, visit: ViewerVisit, words: Words) => Sheet | null;

/** A chart of what adoption is made of, read as the page reads it for the same address. */
export function adoptionPart(draw: Drawn): Chart {
  return {
    page: "adoption",
    read: async (visit, address) => {
      const asked = { population: address.get("population"), weeks: address.get("weeks") };
      const reading = await readAdoption(visit.viewer, asked, visit);
      return reading && draw(reading, visit, wordsFor(visit.language));
    },
  };
}

interface Place {
  readonly name: string;
  readonly company: Disclosed | null;
  readonly frontline: Disclosed | null;
  readonly desk: Disclosed | null;
}

/** In what kinds of groups people take part. */
export const kindsSheet: Drawn = ({ kinds }, visit, words) => {
  if (kinds === null || kinds.privacy.length === 0) return null;
  const { kindName } = groupNames(words.t);
  const rows = [...kinds.privacy, ...kinds.purpose].map((row) => ({
    ...row,
    name: kindName(row.kind),
  }));
  const about = {
    title: words.t("adoption.kinds"),
    sentence: kinds.sentence,
    caption: words.t("adoption.kinds.caption"),
    first: words.t("adoption.kinds.kind"),
  };
  return placesSheet(rows, about, visit, words);
};

/** Network by network. */
export const networksSheet: Drawn = ({ networks }, visit, words) => {
  const rows = (networks?.rows ?? []).filter(({ company }) => company !== null);
  if (networks === null || rows.length === 0) return null;
  const about = {
    title: words.t("adoption.networks"),
    sentence: networks.sentence,
    caption: words.t("adoption.networks.caption"),
    first: words.t("adoption.networks.network"),
  };
  return placesSheet(
    rows.map((row) => ({ ...row, name: row.title })),
    about,
    visit,
    words,
  );
};

interface About extends Pick<Sheet, "title" | "sentence" | "caption"> {
  readonly first: string;
}

function placesSheet(
  rows: readonly Place[],
  { first, ...about }: About,
  visit: ViewerVisit,
  words: Words,
): Sheet {
  const { t } = words;
  const columns = (["company", "frontline", "desk"] as const).map((key) => ({
    key,
    name: t(`population.${key}`),
  }));
  const figures = rows.map(({ company }) => company);
  return {
    ...about,
    source: sourceOf(figures, t("population.company"), visit, words),
    picture: drawGrid({
      firstColumn: first,
      columns: columns.map(({ name }) => name),
      rows: rows.map((row) => ({
        name: row.name,
        cells: columns.map(({ key }) => ({
          text: sayFigure(words, row[key]),
          hidden: row[key]?.hidden ?? false,
        })),
      })),
      hiddenWord: t("figure.hidden"),
    }),
    table: {
      columns: [first, ...columns.map(({ name }) => name)],
      rows: rows.map((row) => [row.name, ...columns.map(({ key }) => sayFigure(words, row[key]))]),
    },
  };
}

const inks: Readonly<Record<GroupState, Ink>> = {
  new: "ground",
  growing: "fav-2",
  steady: "band",
  fading: "unf-2",
  silent: "edge",
};

/** How groups live. */
export const lifeSheet: Drawn = ({ groups, active }, visit, words) => {
  if (groups === null || groups.weeks.length === 0) return null;
  const { t, format } = words;
  const heights = groups.weeks.map(({ counts }) => counts.reduce((sum, n) => sum + n, 0));
  const layers = groupStates.map((state) => ({
    name: t(`adoption.state.${state}`),
    ink: inks[state],
  }));
  return {
    title: t("adoption.life"),
    sentence: `${groups.sentence} ${groups.other}`,
    caption: t("adoption.life.caption"),
    source: sourceOf(active.figures, t("population.company"), visit, words),
    picture: drawStacks({ weeks: groups.weeks, layers, axis: countsUp(heights) }, words),
    table: {
      columns: [t("adoption.week"), ...layers.map(({ name }) => name)],
      rows: groups.weeks.map(({ week, counts }) => [format.day(week), ...counts]),
    },
  };
};

/** When in the week people take part. */
export const rhythmSheet: Drawn = ({ rhythm, active }, visit, words) => {
  if (rhythm === null) return null;
  const { t } = words;
  const { days, hours, shifts, fullest } = rhythm;
  return {
    title: t("adoption.rhythm"),
    sentence: rhythm.sentence,
    caption: rhythm.caption,
    source: sourceOf(active.figures, t("population.company"), visit, words),
    picture: drawCalendar({ days, hours, shifts, fullest, hiddenWord: t("figure.hidden") }),
    table: {
      columns: [t("cut.shift"), t("adoption.rhythm.hour"), ...days],
      rows: shifts.flatMap(({ name, levels, labels }) =>
        hours.map((hour, row) => [
          name,
          hour,
          ...days.map((_, day) =>
            levels === null ? t("figure.hidden") : (labels[levels[day * 24 + row] ?? 0] ?? null),
          ),
        ]),
      ),
    },
  };
};
