import type { Action } from "#app/model/action.ts";
import { isIndicator } from "#app/model/indicator.ts";
import { dayIn } from "#app/model/period.ts";
import { shownAs } from "#app/model/shown-as.ts";
import type { Viewer } from "#app/model/viewer.ts";
import {
  FEWEST_COMPARED,
  type Measured,
  type Moved,
  measuredChange,
  ownChange,
} from "#app/statistics/measured-change.ts";
import type { Db } from "#db/client.server.ts";
import { waveFigures } from "#db/figures/released-figures.ts";
import { type ContinuityBetween, readContinuity } from "#db/records/read-lineage.ts";
import { type ReleasedWave, readReleasedWaves } from "#db/records/releases.ts";
import { nameIn, type Words, waveInSentence } from "../around.ts";
import { type Disclosed, shown } from "../disclosed.ts";

/** Says of an action what became of its indicator; null where none was named or it never began. */
export type SayMeasured = (action: Action) => string | null;

interface AroundMeasured {
  readonly db: Db;
  readonly timeZone: string;
  readonly words: Words;
  /** Every action there is, also those this viewer does not read: where one began is no comparison. */
  readonly begun: readonly Action[];
}

/**
 * What the first wave that opened after an action began says beside the last one before it. Made of
 * figures this viewer may read: a part that is hidden from them is not compared with.
 */
export async function readMeasured(
  viewer: Viewer,
  actions: readonly Action[],
  { db, timeZone, words, begun }: AroundMeasured,
): Promise<SayMeasured> {
  const measures = [...new Set(actions.flatMap(({ indicator }) => indicator ?? []))];
  if (measures.length === 0) return () => null;
  const parents = actions.flatMap(({ population }) => population.parentKey ?? []);
  const [waves, beside, own, between] = await Promise.all([
    readReleasedWaves(db),
    waveFigures(db, { measures, parents: [...new Set(parents)] }),
    waveFigures(db, { measures, populations: ["company"] }),
    readContinuity(db),
  ]);
  const figures = [...beside.disclose(viewer), ...own.disclose(viewer)];
  return (action) => {
    const { indicator, startedOn } = action;
    if (indicator === null || startedOn === null || !isIndicator(indicator)) return null;
    const pair = wavesAround(waves, startedOn, timeZone);
    const name = words.t(`measure.${indicator}`);
    if (pair.before === null) return words.t("actions.measured.nothingBefore", { name });
    if (pair.after === null) return words.t("actions.measured.waiting", { name });
    const about = {
      name,
      before: waveInSentence(words, pair.before),
      after: waveInSentence(words, pair.after),
    };
    const moved = movedBetween(figures, indicator, [pair.before.key, pair.after.key], between);
    const one = moved(action.population.key);
    if (one === null) return words.t("actions.measured.untold", about);
    const others = comparable(action, begun, figures).flatMap((key) => moved(key) ?? []);
    return sayChange(
      one,
      others,
      { ...about, population: nameIn(words, action.population) },
      words,
    );
  };
}

/** The last wave that was over when it began, and the first that opened afterwards. */
function wavesAround(waves: readonly ReleasedWave[], startedOn: string, timeZone: string) {
  const day = (at: Date) => dayIn(timeZone, at);
  const after = waves.filter(({ openedAt }) => openedAt !== null && day(openedAt) > startedOn);
  return {
    before: waves.find(({ closedAt }) => day(closedAt) <= startedOn) ?? null,
    after: after.at(-1) ?? null,
  };
}

/** The parts beside it, without those where something was begun for the same indicator. */
function comparable(
  { population, indicator }: Action,
  begun: readonly Action[],
  figures: readonly Disclosed[],
): readonly string[] {
  const treated = new Set(
    begun.filter((one) => one.indicator === indicator).map((one) => one.population.key),
  );
  const beside = figures.filter(
    (one) =>
      one.population.parentKey !== null &&
      one.population.parentKey === population.parentKey &&
      one.population.cut === population.cut,
  );
  return [...new Set(beside.map((one) => one.population.key))].filter(
    (key) => key !== population.key && !treated.has(key),
  );
}

function movedBetween(
  figures: readonly Disclosed[],
  measure: string,
  [before, after]: readonly [string, string],
  between: ContinuityBetween,
): (population: string) => Moved | null {
  if (!between(measure, before, after).goesOn) return () => null;
  const at = (population: string, wave: string) =>
    measuredOf(
      figures.find(
        (one) =>
          one.measure === measure && one.population.key === population && one.release.key === wave,
      ) ?? null,
    );
  return (population) => {
    const [was, is] = [at(population, before), at(population, after)];
    return was === null || is === null ? null : { before: was, after: is };
  };
}

/** A figure with its margin, widened by half of what it was rounded to; null where only a range is shown. */
function measuredOf(figure: Disclosed | null): Measured | null {
  const found = shown(figure);
  if (found === null || found.form !== "share" || !["exact", "rounded"].includes(shownAs(found))) {
    return null;
  }
  const { value, low, high, within, base } = found;
  if (low === null || high === null || !("exact" in base)) return null;
  const half = within === null ? 0 : (within[1] - within[0]) / 2;
  return { value, low: low - half, high: high + half };
}

type About = Readonly<Record<"name" | "before" | "after" | "population", string>>;

function sayChange(one: Moved, others: readonly Moved[], about: About, { t, format }: Words) {
  const beside = measuredChange(one, others);
  const { low, high, change } = beside ?? ownChange(one);
  const ends = {
    ...about,
    change: format.points(change),
    low: format.points(low),
    high: format.points(high),
  };
  if (beside === null) return t("actions.measured.alone", { ...ends, fewest: FEWEST_COMPARED });
  const said = {
    ...ends,
    n: beside.compared,
    others: format.points(beside.others),
    beyond: format.points(beside.beyond),
  };
  return t(beside.verdict === "same" ? "actions.measured.same" : "actions.measured.beyond", said);
}
