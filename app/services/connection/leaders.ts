import type { Words } from "../around.ts";
import { sayShare } from "../barometer/sentences.ts";
import type { Trend } from "../barometer/trend.ts";
import { type Disclosed, type Lookup, shown } from "../disclosed.ts";

/** What became of questions to leaders and of what leaders and head office announced. */
export const questionMeasures = [
  "questions-answered",
  "questions-answered-day",
  "posts-answered",
] as const;

/** The conversation with leaders; null where none of it is said of this population. */
export function leadersOf(
  population: string,
  at: Lookup,
  trend: (measure: string, subject: string) => Trend,
  words: Words,
) {
  const { t } = words;
  const rows = questionMeasures.map((measure) => ({ measure, figure: at(population, measure) }));
  if (rows.every(({ figure }) => figure === null)) return null;
  const of = (measure: string) => at(population, measure);
  return {
    sentence: sentenceOf(of("questions-answered"), of("questions-answered-day"), words),
    rows,
    trend: trend("questions-answered", t("ties.subject.questions")),
  };
}

function sentenceOf(week: Disclosed | null, day: Disclosed | null, words: Words): string {
  const { t } = words;
  if (week === null || shown(week) === null) return t("ties.leaders.hidden");
  const answered = sayShare(words, week);
  return day === null || shown(day) === null
    ? t("ties.leaders.week", { answered })
    : t("ties.leaders.sentence", { answered, day: sayShare(words, day) });
}
