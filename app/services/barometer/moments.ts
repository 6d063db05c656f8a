import { addDays, dayIn } from "#app/model/period.ts";
import type { ReleasedWave, ReleasedWeek } from "#db/records/releases.ts";
import { type Words, waveInSentence } from "../around.ts";

/** What is looked at, and what it is compared with. */
export interface Moments {
  readonly wave: ReleasedWave | null;
  readonly week: ReleasedWeek | null;
  readonly comparedWave: ReleasedWave | null;
  readonly comparedWeek: ReleasedWeek | null;
  /** What it is compared with, within a sentence; null when with nothing. */
  readonly since: string | null;
}

export interface AskedMoments {
  readonly wave: string | null;
  readonly compare: string | null;
}

/** Activity that overlaps would be compared with itself: adoption looks back four weeks. */
const WEEKS_APART = 4;

/**
 * The newest wave unless another is asked for, compared with the one before unless another, or
 * none, is asked for. Null when the address names a wave there is none of.
 */
export function momentsOf(
  waves: readonly ReleasedWave[],
  weeks: readonly ReleasedWeek[],
  asked: AskedMoments,
  timeZone: string,
  words: Words,
): Moments | null {
  const find = (key: string) => waves.find((one) => one.key === key);
  const wave = asked.wave === null ? waves[0] : find(asked.wave);
  if (wave === undefined) {
    return asked.wave === null ? withoutWaves(weeks, words) : null;
  }
  const before = waves[waves.indexOf(wave) + 1] ?? null;
  const compared =
    asked.compare === null
      ? before
      : asked.compare === "none"
        ? null
        : (find(asked.compare) ?? null);
  const weekAt = ({ closedAt }: ReleasedWave) =>
    weeks.find(({ week }) => addDays(week, 6) <= dayIn(timeZone, closedAt)) ?? null;
  return {
    wave,
    // Activity goes on after the last wave: beside it stand the newest weeks.
    week: wave === waves[0] ? (weeks[0] ?? null) : weekAt(wave),
    comparedWave: compared,
    comparedWeek: compared && weekAt(compared),
    since: compared && waveInSentence(words, compared),
  };
}

function withoutWaves(weeks: readonly ReleasedWeek[], words: Words): Moments {
  const compared = weeks[WEEKS_APART] ?? null;
  const day = compared === null ? "" : words.format.day(addDays(compared.week, 6));
  return {
    wave: null,
    week: weeks[0] ?? null,
    comparedWave: null,
    comparedWeek: compared,
    since: compared && waveInSentence(words, { names: { fr: day, en: day } }),
  };
}
