import type { TellNews } from "#app/i18n/news/read.ts";
import { addDays, dayIn } from "#app/model/period.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { weekFigures } from "#db/figures/released-figures.ts";
import { readReleasedWaves, readReleasedWeeks } from "#db/records/releases.ts";
import { type Around, nameIn, type Words } from "../around.ts";
import { sayShare } from "../barometer/sentences.ts";
import { type BarometerReading, readBarometer } from "../barometer.server.ts";
import { startingPopulation } from "../choices.ts";
import { sayChange } from "../compared.ts";
import { differenceOf, isReal, lookup, populationsOf } from "../disclosed.ts";
import { type NewsSection, section } from "./news.ts";

type NewsWords = Words & { readonly tell: TellNews };

/** The days a mail tells of, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** More waves than these are never released in a month; if they are, the page has them. */
const MOST_WAVES = 3;

/** Activity that overlaps would be compared with itself: adoption looks back four weeks. */
const WEEKS_APART = 4;

/** What was released in these days of the part of the company a reader starts with. */
export async function resultsOf(
  viewer: Viewer,
  { from, to }: Days,
  around: Around & { readonly timeZone: string },
  words: NewsWords,
): Promise<readonly NewsSection[]> {
  if (!may(viewer, { do: "read-page", page: "barometer" })) return [];
  const waves = (await readReleasedWaves(around.db)).filter(({ releasedAt }) => {
    const day = dayIn(around.timeZone, releasedAt);
    return from <= day && day <= to;
  });
  const sections: NewsSection[] = [];
  for (const wave of waves.slice(0, MOST_WAVES)) {
    const asked = { wave: wave.key, compare: null, population: null, measure: null, by: null };
    const reading = await readBarometer(viewer, asked, around);
    const place = `/?${new URLSearchParams({ wave: wave.key })}`;
    if (reading === null) continue;
    sections.push(waveSection(nameIn(words, wave), reading, place, words));
    sections.push(...movedSection(reading, words));
  }
  return waves.length > 0 ? sections : adoptionOf(viewer, { from, to }, around, words);
}

function waveSection(
  wave: string,
  { lead, dials, movers, populationName }: BarometerReading,
  address: string,
  words: NewsWords,
): NewsSection {
  const { tell, t } = words;
  const told = dials.flatMap(({ measure, frontline, figure, said }) =>
    figure === null
      ? []
      : [
          [
            frontline ? t("measure.connection.frontline") : t(`measure.${measure}`),
            sayShare(words, figure),
            said.change ?? "",
          ],
        ],
  );
  const still = movers?.real.length === 0 ? [tell("digest.results.still")] : [];
  return section({
    title: tell("digest.results", { wave }),
    paragraphs: [[lead.said, lead.rest].filter(Boolean).join(" "), ...still],
    table: {
      caption: tell("digest.results.table", { population: populationName }),
      head: [
        tell("digest.results.measure"),
        tell("digest.results.value"),
        tell("digest.results.change"),
      ],
      rows: told,
    },
    address,
  });
}

function movedSection(
  { movers, names }: BarometerReading,
  words: NewsWords,
): readonly NewsSection[] {
  const { tell, t } = words;
  const moved = movers?.real ?? [];
  if (moved.length === 0) return [];
  return [
    section({
      title: tell("digest.results.moved"),
      items: moved.map(({ population, measure, sentence }) => ({
        sentence: tell("digest.results.mover", {
          population:
            population.key === "company" ? t("population.company") : nameIn(words, population),
          measure: names[measure] ?? measure,
        }),
        rest: sentence,
        address: null,
      })),
    }),
  ];
}

/** Adoption, where it moved beyond chance since four weeks before. */
async function adoptionOf(
  viewer: Viewer,
  { from }: Days,
  { db }: Around,
  words: NewsWords,
): Promise<readonly NewsSection[]> {
  const weeks = await readReleasedWeeks(db);
  const [newest, before] = [weeks[0], weeks[WEEKS_APART]];
  // Nothing new where no week has ended since.
  if (newest === undefined || before === undefined || addDays(newest.week, 6) < addDays(from, -7)) {
    return [];
  }
  const at = async (week: string) => {
    const sealed = await weekFigures(db, {
      measures: ["adoption"],
      crossed: false,
      from: week,
      to: week,
    });
    return sealed.disclose(viewer);
  };
  const [now, then] = [await at(newest.week), await at(before.week)];
  const population = startingPopulation(viewer, populationsOf(now));
  if (population === null) return [];
  const figure = lookup(now)(population.key, "adoption");
  const change = differenceOf(figure, lookup(then)(population.key, "adoption"));
  if (figure === null || change === null || !isReal(change)) return [];
  const { tell, t, format } = words;
  const name = population.key === "company" ? t("population.company") : nameIn(words, population);
  const value = tell("digest.adoption.value", {
    population: name,
    share: sayShare(words, figure),
  });
  const since = format.day(addDays(before.week, 6));
  const said = sayChange(change, words.language === "fr" ? `le ${since}` : since, words);
  return [
    section({
      title: tell("digest.adoption"),
      paragraphs: [`${value} ${said}`],
      address: may(viewer, { do: "read-page", page: "adoption" }) ? "/adoption" : null,
    }),
  ];
}
