import type { Language } from "#app/i18n/language.ts";
import type { Words } from "#app/model/questionnaire.ts";
import type { ReferenceFigure } from "#app/model/reference.ts";
import type { Db } from "#db/client.server.ts";
import { readReferences } from "#db/records/references.ts";

/** One item of a reference: its latest figure, how far organisations lie apart, and what was before. */
export interface ShownItem {
  readonly code: string;
  readonly population: string;
  readonly wording: string;
  readonly isPercent: boolean;
  readonly period: string;
  readonly value: number;
  readonly spread: readonly [low: number, high: number] | null;
  readonly before: readonly { readonly period: string; readonly value: number }[];
  readonly note: string | null;
}

export interface ShownReference {
  readonly key: string;
  readonly name: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly asked: string;
  readonly sample: string;
  readonly licence: string;
  readonly comparability: string;
  readonly items: readonly ShownItem[];
}

/**
 * The published results of others, in the reader's language where they are in it. They are public, of
 * nobody in the company, and pass no gate.
 */
export async function readShownReferences({
  db,
  language,
}: {
  readonly db: Db;
  readonly language: Language;
}): Promise<readonly ShownReference[]> {
  const said = (words: Words) => words[language] ?? Object.values(words)[0] ?? "";
  return (await readReferences(db)).map((reference) => ({
    key: reference.key,
    name: said(reference.names),
    publisher: reference.publisher,
    url: reference.url,
    asked: reference.askedOn,
    sample: said(reference.sample),
    licence: reference.licence,
    comparability: said(reference.comparability),
    items: itemsOf(reference.figures, said),
  }));
}

function itemsOf(
  figures: readonly ReferenceFigure[],
  said: (words: Words) => string,
): readonly ShownItem[] {
  const keys = [...new Set(figures.map(({ code, population }) => `${code}\u0000${population}`))];
  return keys.flatMap((key) => {
    const own = figures.filter(({ code, population }) => `${code}\u0000${population}` === key);
    const told = own.filter(({ statistic }) => ["median", "share", "mean"].includes(statistic));
    const [latest, ...before] = told.toSorted((a, b) => (a.period < b.period ? 1 : -1));
    if (latest === undefined) return [];
    const at = (statistic: string) =>
      own.find((one) => one.statistic === statistic && one.period === latest.period)?.value;
    const [low, high] = [at("p10"), at("p90")];
    return [
      {
        code: latest.code,
        population: latest.population,
        wording: said(latest.wordings),
        isPercent: latest.unit === "percent",
        period: latest.period,
        value: latest.value,
        spread: low === undefined || high === undefined ? null : ([low, high] as const),
        before: before.map(({ period, value }) => ({ period, value })),
        note: latest.note === null ? null : said(latest.note),
      },
    ];
  });
}
