import { wholePercent } from "#app/i18n/format.ts";
import type { Reference, ReferenceFigure } from "#app/model/reference.ts";
import type { Words } from "../around.ts";

/** One published figure that comes near an indicator, with what is needed to read it fairly. */
export interface NearFigure {
  readonly key: string;
  readonly reference: string;
  readonly name: string;
  readonly wording: string;
  /** Whom it is about, where that is not everybody they asked. */
  readonly population: string;
  readonly period: string;
  /** As it is written, with its unit. */
  readonly said: string;
  /** Between 0 and 1, where it is a share of people; null for an index, which lies on no such axis. */
  readonly share: number | null;
  /** Whether it may be laid beside a line: its keeper's word, of a share of everybody they asked. */
  readonly drawn: boolean;
  /** The last day it was asked on; null where only other years are dated. */
  readonly at: Date | null;
  readonly spread: readonly [low: number, high: number] | null;
  /** Who published it, and when. */
  readonly source: string;
  readonly sample: string;
  readonly comparability: string;
  readonly note: string | null;
}

const told = ["median", "share", "mean"];

/** The latest figures of others that their keepers put near this indicator or its questions. */
export function nearFigures(
  references: readonly Reference[],
  near: readonly string[],
  words: Words,
): readonly NearFigure[] {
  const said = (one: Readonly<Record<string, string>>) =>
    one[words.language] ?? Object.values(one)[0] ?? "";
  return references.flatMap((reference) => {
    const own = reference.figures.filter(
      ({ nearest, statistic }) =>
        nearest !== null && near.includes(nearest) && told.includes(statistic),
    );
    const keys = [...new Set(own.map(keyOf))];
    return keys.flatMap((key) => {
      const [latest] = own
        .filter((one) => keyOf(one) === key)
        .toSorted((a, b) => (a.period < b.period ? 1 : -1));
      if (latest === undefined) return [];
      return [
        {
          key: `${reference.key} ${key}`,
          reference: reference.key,
          name: said(reference.names),
          wording: said(latest.wordings),
          population: latest.population,
          period: latest.period,
          said: valueIn(latest, words),
          share: latest.unit === "percent" ? latest.value / 100 : null,
          drawn: latest.drawn && latest.unit === "percent" && latest.population === "",
          at: dayOf(reference.askedOn, latest.period),
          spread: spreadOf(reference.figures, latest),
          source: `${reference.publisher}, ${reference.publishedOn}`,
          sample: said(reference.sample),
          comparability: said(reference.comparability),
          note: latest.note === null ? null : said(latest.note),
        },
      ];
    });
  });
}

/** Fieldwork is dated (`2021-09/2021-10`), a period may be an older year: then it is not that of the fieldwork. */
function dayOf(askedOn: string, period: string): Date | null {
  const last = askedOn.split("/").at(-1) ?? "";
  const at = Date.parse(last);
  return last.startsWith(period) && !Number.isNaN(at) ? new Date(at) : null;
}

function keyOf({ code, population }: ReferenceFigure): string {
  return `${code} ${population}`;
}

function valueIn({ unit, value }: ReferenceFigure, { format }: Words): string {
  return unit === "percent" ? format.share(wholePercent(value / 100) / 100) : format.mean(value);
}

/** How far apart the organisations of a reference lie: the tenth and the ninetieth of a hundred. */
function spreadOf(
  figures: readonly ReferenceFigure[],
  { code, population, period, unit }: ReferenceFigure,
): readonly [low: number, high: number] | null {
  const at = (statistic: string) =>
    figures.find(
      (one) =>
        one.statistic === statistic &&
        one.code === code &&
        one.population === population &&
        one.period === period,
    )?.value;
  const [low, high] = [at("p10"), at("p90")];
  return low === undefined || high === undefined || unit !== "percent"
    ? null
    : [low / 100, high / 100];
}
