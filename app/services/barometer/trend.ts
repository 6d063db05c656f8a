import type { Disclosed } from "#app/privacy/gate.ts";
import { nameIn, type Words, waveInSentence } from "../around.ts";
import { differenceOf, lookup, shown } from "../disclosed.ts";
import { DESK, FRONTLINE } from "./dials.ts";
import type { ChangeOf } from "./movers.ts";
import { sayTrend } from "./sentences.ts";

/** One line of a drawing over time; a missing or hidden figure is a hole in it. */
export interface Line {
  readonly name: string;
  readonly shape: "disc" | "square" | "hollow";
  readonly figures: readonly (Disclosed | null)[];
}

export interface Moment {
  readonly key: string;
  readonly name: string;
  readonly at: Date;
}

export interface Trend {
  readonly measure: string;
  readonly sentence: string;
  readonly moments: readonly Moment[];
  readonly lines: readonly Line[];
}

interface Wave {
  readonly key: string;
  readonly names: { readonly fr: string; readonly en: string };
  readonly closedAt: Date;
}

interface TrendOptions {
  /** Whether the company is drawn beside its frontline and its desks. */
  readonly besides?: boolean;
  readonly changeOf?: ChangeOf;
  /** Waves at which another series begins: nothing before them is compared with what follows. */
  readonly beginsAt?: readonly string[];
}

/** One indicator over the waves, oldest first: frontline and desk, or a part and the company. */
export function trendOf(
  population: string,
  measure: string,
  waves: readonly Wave[],
  figures: readonly Disclosed[],
  subject: string,
  words: Words,
  { besides = false, changeOf = differenceOf, beginsAt = [] }: TrendOptions = {},
): Trend {
  const byWave = waves.map(({ key }) =>
    lookup(figures.filter(({ release }) => release.key === key)),
  );
  const along = (key: string) => byWave.map((at) => at(key, measure));
  const isThere = (line: Line) => line.figures.some((figure) => figure !== null);
  const whole = population === "company";
  const pair: Line[] = whole
    ? [
        { name: words.t("population.frontline"), shape: "disc", figures: along(FRONTLINE) },
        { name: words.t("population.desk"), shape: "square", figures: along(DESK) },
      ]
    : [
        { name: nameOf(population, figures, words), shape: "disc", figures: along(population) },
        { name: words.t("population.company"), shape: "hollow", figures: along("company") },
      ];
  const company: Line = {
    name: words.t("population.company"),
    shape: "hollow",
    figures: along("company"),
  };
  const lines = pair.filter(isThere);
  // Frontline and desk say more than their average; where they are not told apart it stands alone.
  const alone: Line[] = [{ ...company, shape: "disc" }];
  const drawn =
    lines.length === 0 ? alone.filter(isThere) : whole && besides ? [...lines, company] : lines;
  return {
    measure,
    sentence: sentenceOf(waves, drawn, subject, words, { changeOf, beginsAt }),
    moments: waves.map((wave) => ({
      key: wave.key,
      name: nameIn(words, wave),
      at: wave.closedAt,
    })),
    lines: drawn,
  };
}

function sentenceOf(
  waves: readonly Wave[],
  [line]: readonly Line[],
  subject: string,
  words: Words,
  { changeOf, beginsAt }: Required<Pick<TrendOptions, "changeOf" | "beginsAt">>,
): string {
  const begins = waves.findLastIndex(({ key }) => beginsAt.includes(key));
  const first =
    line?.figures.findIndex((figure, index) => index >= begins && shown(figure) !== null) ?? -1;
  const wave = waves[first];
  const last = (line?.figures.length ?? 0) - 1;
  if (line !== undefined && wave === undefined && line.figures.some((one) => one?.hidden)) {
    return words.t("barometer.trend.hidden");
  }
  if (line === undefined || wave === undefined || first === last) {
    return words.t(begins === -1 ? "barometer.trend.single" : "barometer.trend.begun");
  }
  const difference = changeOf(line.figures[last] ?? null, line.figures[first] ?? null);
  return sayTrend(
    { first: waveInSentence(words, wave), last: difference },
    { subject, population: line.name },
    words,
  );
}

function nameOf(key: string, figures: readonly Disclosed[], words: Words): string {
  const population = figures.findLast((one) => one.population.key === key)?.population;
  return population ? nameIn(words, population) : key;
}
