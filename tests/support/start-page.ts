import type { Language } from "#app/i18n/language.ts";
import { readBarometer } from "#app/services/barometer.server.ts";
import type { Db } from "#db/client.server.ts";
import { viewerOf } from "./make-halles.ts";

/** Everything a director is told on `/`, sentence by sentence, each with what it is about. */
export async function startPage(
  db: Db,
  language: Language,
  address: Partial<Parameters<typeof readBarometer>[1]> = {},
): Promise<readonly string[]> {
  const asked = { wave: null, compare: null, population: null, measure: null, by: null };
  const around = { db, language, timeZone: "Europe/Paris" } as const;
  const page = await readBarometer(viewerOf(), { ...asked, ...address }, around);
  if (page === null) throw new Error("the page is there for a director");
  const named = (measure: string) => page.names[measure] ?? measure;
  return [
    page.lead.said,
    page.lead.rest,
    ...page.dials.flatMap(({ measure, said }) =>
      Object.values(said).map((one) => `${named(measure)} · ${one ?? ""}`),
    ),
    ...(page.movers?.real ?? []).map(
      ({ population, measure, sentence }) =>
        `${population.names[language]} · ${named(measure)} · ${sentence}`,
    ),
    page.trend?.sentence ?? "",
    ...(page.trend?.marks ?? []).map(({ sentence }) => sentence),
    page.map?.sentence ?? "",
    page.parity?.sentence ?? "",
    ...(page.parity?.segments ?? []).map(
      ({ less, more }) => `${less.population.names[language]} < ${more.population.names[language]}`,
    ),
    page.parity?.representative?.sentence ?? "",
    page.perception?.sentence ?? "",
    ...page.fresh.facts.map(({ name, text }) => `${name} · ${text}`),
  ];
}
