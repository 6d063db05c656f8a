import type { TellNews } from "#app/i18n/news/read.ts";
import { dayIn } from "#app/model/period.ts";
import { may, type Viewer } from "#app/model/viewer.ts";
import { waveProgress } from "#db/figures/wave-progress.ts";
import { plannedWaves } from "#db/records/plan-wave.ts";
import { readNights } from "#db/records/read-nights.ts";
import { type Around, nameIn, type Words } from "../around.ts";
import { type NewsSection, section } from "./news.ts";
import type { Days } from "./results.ts";
import { sayRange } from "./say-alert.ts";

type NewsWords = Words & { readonly tell: TellNews };
type Where = Around & { readonly timeZone: string };

/** More nights than a month has. */
const NIGHTS = 62;

/** The waves that are open, and how far participation is known of the company or of one's own part. */
export async function openWavesOf(
  viewer: Viewer,
  { db, timeZone }: Where,
  words: NewsWords,
): Promise<readonly NewsSection[]> {
  if (!may(viewer, { do: "read-page", page: "waves" })) return [];
  const { tell, t, format } = words;
  const waves = await plannedWaves(db, ["open"]);
  const own = ["company", ...viewer.scopes.map(({ key }) => key)];
  const items = waves.map(async ({ id, key, names, closesAt }) => {
    const rows = (await waveProgress(db, id)).disclose(viewer);
    const latest = rows.filter((row) => row.day === rows.at(-1)?.day);
    const said = latest
      .filter(({ population }) => own.includes(population.key))
      .map(({ day, population, least, most }) => {
        const told = tell("digest.waves.progress", {
          part: sayRange([least, most], words),
          day: format.day(day),
        });
        const name =
          population.key === "company" ? t("population.company") : nameIn(words, population);
        return own.length > 1 && latest.length > 1 ? `${name} · ${told}` : told;
      });
    const wave = names[words.language];
    return {
      sentence:
        closesAt === null
          ? tell("digest.waves.open", { wave })
          : tell("digest.waves.until", { wave, day: format.date(closesAt, timeZone) }),
      rest: said.join(" "),
      address: `/waves/${encodeURIComponent(key)}`,
    };
  });
  if (waves.length === 0) return [];
  return [section({ title: tell("digest.waves"), items: await Promise.all(items) })];
}

/** The nights that failed, for whoever looks after them. */
export async function nightsOf(
  viewer: Viewer,
  { from, to }: Days,
  { db, timeZone }: Where,
  { tell }: NewsWords,
): Promise<readonly NewsSection[]> {
  if (!may(viewer, { do: "read-page", page: "networks" })) return [];
  const nights = (await readNights(db, NIGHTS)).filter(({ startedAt }) => {
    const day = dayIn(timeZone, startedAt);
    return from <= day && day <= to;
  });
  const failed = nights.filter(({ state }) => ["failed", "interrupted"].includes(state)).length;
  if (failed === 0) return [];
  return [
    section({
      title: tell("digest.nights"),
      paragraphs: [tell("digest.nights.failed", { n: failed, all: nights.length })],
      address: "/networks",
    }),
  ];
}
