import { hourName, weekdays } from "#app/i18n/week.ts";
import { addDays } from "#app/model/period.ts";
import type { DisclosedHours } from "#app/privacy/adoption-gate.ts";
import { MOST } from "#app/privacy/rhythm.ts";
import { nameIn, type Words } from "../around.ts";

/** The week of one shift: how many of its people did something in each hour, by steps. */
export interface ShiftWeek {
  readonly key: string;
  readonly name: string;
  /** From Monday midnight on; null when hidden. */
  readonly levels: readonly number[] | null;
  /** What each level is in words, from the lowest. */
  readonly labels: readonly string[];
  /** A level's width, as a share of the people. */
  readonly step: number;
  readonly sentence: string;
}

/** When the shifts of a population take part; null where no rhythm is released for this viewer. */
export function rhythmOf(shifts: readonly DisclosedHours[], population: string, words: Words) {
  const own = shifts.filter(
    ({ population: { key } }) => population === "company" || key === population,
  );
  const [first] = own;
  if (first === undefined) return null;
  const weeks = own.map((shift) => weekOf(shift, words));
  const window = {
    from: words.format.day(addDays(first.week, -21)),
    to: words.format.day(addDays(first.week, 6)),
  };
  return {
    caption: words.t("adoption.rhythm.caption", window),
    definition: words.t("adoption.rhythm.definition.text"),
    days: weekdays(words.language, "short"),
    hours: Array.from({ length: 24 }, (_, hour) => hourName(words.language, hour)),
    shifts: weeks,
    /** The fullest hour of any of them, as a share: all are drawn on one scale. */
    fullest: Math.max(0, ...weeks.map(({ levels, step }) => Math.max(0, ...(levels ?? [])) * step)),
    sentence: weeks.map(({ sentence }) => sentence).join(" "),
  };
}

function weekOf({ population, shown }: DisclosedHours, words: Words): ShiftWeek {
  const { t, language } = words;
  const name = population.key === "company" ? t("population.company") : nameIn(words, population);
  const about = { key: population.key, name };
  if (shown === null) {
    const sentence = t("adoption.rhythm.hidden", { shift: name });
    return { ...about, levels: null, labels: [], step: 0, sentence };
  }
  const { step, levels } = shown;
  const top = Math.max(...levels);
  const labels = Array.from({ length: Math.round(MOST / step) + 1 }, (_, level) =>
    sayLevel(level, step, words),
  );
  const share = labels[top] ?? "";
  if (top === 0) {
    const most = words.format.share(step);
    const sentence = t("adoption.rhythm.flat", { shift: name, share: most });
    return { ...about, levels, labels, step, sentence };
  }
  const [begin, end] = peakOf(levels, top);
  const sentence = t("adoption.rhythm.peak", {
    shift: name,
    day: weekdays(language, "long")[Math.floor(begin / 24)] ?? "",
    from: hourName(language, begin % 24),
    to: hourName(language, ((end - 1) % 24) + 1),
    share,
  });
  return { ...about, levels, labels, step, sentence };
}

/** The longest run of the highest level within a day, the earliest of several. */
function peakOf(levels: readonly number[], top: number): readonly [begin: number, end: number] {
  let best: readonly [number, number] = [0, 0];
  let begin = 0;
  for (let hour = 0; hour <= levels.length; hour += 1) {
    const goesOn = levels[hour] === top && (hour % 24 !== 0 || begin === hour);
    if (goesOn) continue;
    if (hour - begin > best[1] - best[0]) best = [begin, hour];
    // An hour that begins another day may begin another run.
    begin = levels[hour] === top ? hour : hour + 1;
  }
  return best;
}

/** `moins de 5 %`, `de 5 à 10 %`, `50 % ou plus`. */
function sayLevel(level: number, step: number, { t, format }: Words): string {
  if (level === 0) return t("adoption.rhythm.below", { share: format.share(step) });
  if (level * step >= MOST - 1e-9) return t("figure.atLeast", { value: format.share(MOST) });
  return t("figure.fromTo", {
    low: format.percentPoints(level * step),
    high: format.share((level + 1) * step),
  });
}
