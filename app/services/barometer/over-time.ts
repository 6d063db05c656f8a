import { dayIn } from "#app/model/period.ts";
import type { Viewer } from "#app/model/viewer.ts";
import type { Db } from "#db/client.server.ts";
import type { ContinuityBetween } from "#db/records/read-lineage.ts";
import { readReferences } from "#db/records/references.ts";
import type { ReleasedWave } from "#db/records/releases.ts";
import type { Words } from "../around.ts";
import type { Disclosed } from "../disclosed.ts";
import { drawnReferences, oneEach } from "../indicator/drawn-references.ts";
import { nearFigures } from "../indicator/references.ts";
import { readMarks } from "../marks.server.ts";
import { happenedOn } from "./happened.ts";
import { lineageMarks } from "./lineage-marks.ts";
import type { ChangeOf } from "./movers.ts";
import { trendOf } from "./trend.ts";

/** What a page can draw over its waves, in its order. */
export const trended = ["connection", "trust", "engagement", "participation"] as const;
type Trended = (typeof trended)[number];

/** One figure a source beside a trend; all of them, and what makes them comparable, are on the page of the indicator. */
const MOST_REFERENCES = 2;

interface OverTime {
  readonly key: string;
  /** From the company down to the population: what happened to any of them happened to it. */
  readonly path: readonly string[];
  /** Newest first. */
  readonly waves: readonly ReleasedWave[];
  readonly figures: readonly Disclosed[];
  readonly asked: string | null;
  readonly between: ContinuityBetween;
  readonly changeOf: ChangeOf;
  readonly timeZone: string;
}

/**
 * One indicator over all waves, whichever wave the page is about, with what happened meanwhile and what
 * others published; null where there is nothing to draw.
 */
export async function readOverTime(
  db: Db,
  viewer: Viewer,
  { key, path, waves, figures, asked, between, changeOf, timeZone }: OverTime,
  words: Words,
) {
  const measures = trended.filter((one) => figures.some(({ measure }) => measure === one));
  const measure = measures.find((one) => one === asked) ?? measures[0];
  if (measure === undefined) return null;
  const oldestFirst = waves.toReversed();
  const inSeries = oldestFirst.filter((wave) =>
    figures.some((one) => one.measure === measure && one.release.key === wave.key),
  );
  const lineage = lineageMarks(measure, inSeries, between, words);
  const [first, last] = [oldestFirst[0], oldestFirst.at(-1)];
  const happened =
    first === undefined || last === undefined
      ? []
      : await readMarks(db, {
          viewer,
          path,
          from: dayIn(timeZone, first.closedAt),
          to: dayIn(timeZone, last.closedAt),
        });
  const near = nearFigures(await readReferences(db), [measure], words);
  return {
    ...trendOf(key, measure, oldestFirst, figures, subjectFor(measure, words), words, {
      changeOf,
      beginsAt: lineage.flatMap((one) => (one.breaks ? [one.key] : [])),
    }),
    marks: [...lineage, ...happened.map((mark) => happenedOn(mark, words))],
    measures,
    drawn: drawnReferences(near, key, words),
    references: oneEach(near)
      .slice(0, MOST_REFERENCES)
      .map((one) => ({
        key: one.key,
        name: words.t("barometer.trend.reference", { name: one.name, period: one.period }),
        text: words.t("barometer.trend.reference.text", {
          wording: one.wording,
          value: one.said,
          sample: one.sample,
        }),
      })),
  };
}

function subjectFor(measure: Trended, words: Words): string {
  const subject = words.t(`barometer.subject.company.${measure}`);
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}
