import type { Value } from "#app/model/measure.ts";
import { shownAs } from "#app/model/shown-as.ts";
import type { Question } from "#db/records/questions.ts";
import type { Words } from "../around.ts";
import type { ChangeOf } from "../barometer/movers.ts";
import { sayChange } from "../compared.ts";
import { type Disclosed, type Lookup, shown } from "../disclosed.ts";

/** How the answers to one question fall: favourable, unfavourable, and what is left between them. */
export interface QuestionRow {
  readonly item: string;
  readonly wording: string;
  readonly favourable: Disclosed | null;
  readonly unfavourable: Disclosed | null;
  /** Follows from the other two; null where one of them is not shown. */
  readonly neutral: Value | null;
  /** What the test of its change lets be said; null where nothing is compared. */
  readonly said: string | null;
}

/** The measure of an item's favourable, and of its unfavourable answers. */
export const favourableOf = (item: string) => `question:${item}`;
export const unfavourableOf = (item: string) => `unfavourable:${item}`;

/** The questions an indicator is made of, in the order they were asked. */
export function questionRows(
  questions: readonly Question[],
  population: string,
  { now, before }: { readonly now: Lookup; readonly before: Lookup },
  { changeOf, since, words }: { changeOf: ChangeOf; since: string | null; words: Words },
): readonly QuestionRow[] {
  return questions.map(({ item, wordings }) => {
    const favourable = now(population, favourableOf(item));
    const unfavourable = now(population, unfavourableOf(item));
    const change = changeOf(favourable, before(population, favourableOf(item)));
    return {
      item,
      wording: wordings[words.language] ?? Object.values(wordings)[0] ?? item,
      favourable,
      unfavourable,
      neutral: neutralOf(shown(favourable), shown(unfavourable)),
      said: change === null || since === null ? null : sayChange(change, since, words),
    };
  });
}

/** What two shares leave of the whole: a range as wide as theirs together. */
export function neutralOf(favourable: Value | null, unfavourable: Value | null): Value | null {
  if (favourable?.form !== "share" || unfavourable?.form !== "share") return null;
  const ends = [favourable, unfavourable].map(({ within, value }) => within ?? [value, value]);
  const rest = (end: 0 | 1) =>
    Math.min(1, Math.max(0, 1 - ends.reduce((sum, range) => sum + (range[end] ?? 0), 0)));
  const [least, most] = [tidy(rest(1)), tidy(rest(0))];
  const value = tidy(Math.min(1, Math.max(0, 1 - favourable.value - unfavourable.value)));
  const within = most - least < 1e-6 ? null : ([least, most] as const);
  return {
    form: "share",
    value: within === null ? value : (least + most) / 2,
    within,
    low: null,
    high: null,
    base: favourable.base,
  };
}

/** Between which shares the questions lie, where all of them are told: nothing is tested between them. */
export function sayQuestions(rows: readonly QuestionRow[], { t }: Words): string {
  const told = rows.flatMap(({ wording, favourable }) => {
    const value = shown(favourable);
    return value !== null && shownAs(value) === "exact" ? [{ wording, value: value.value }] : [];
  });
  if (rows.length === 0) return t("indicator.questions.none");
  const sorted = told.toSorted((a, b) => b.value - a.value);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const apart = first && last ? Math.round(first.value * 100) - Math.round(last.value * 100) : 0;
  if (!first || !last || told.length < rows.length || apart === 0) {
    return t("indicator.questions.sentence", { n: rows.length });
  }
  return t("indicator.questions.ends", {
    n: rows.length,
    most: bare(first.wording),
    least: bare(last.wording),
    high: Math.round(first.value * 100),
    low: Math.round(last.value * 100),
  });
}

/** Inside a sentence a wording ends without its full stop. */
const bare = (wording: string) => wording.replace(/\.$/, "");

const tidy = (share: number) => Math.round(share * 1e6) / 1e6;
