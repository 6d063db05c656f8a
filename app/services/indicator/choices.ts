import type { Question } from "#db/records/questions.ts";
import type { Words } from "../around.ts";
import { type Disclosed, type Lookup, shown } from "../disclosed.ts";

/** One thing that could be chosen, and how many did. */
export interface ChosenOption {
  readonly key: string;
  readonly name: string;
  readonly figure: Disclosed | null;
}

export interface ChoiceBlock {
  readonly item: string;
  readonly kind: "single" | "multiple" | "rank";
  readonly wording: string;
  readonly sentence: string;
  readonly options: readonly ChosenOption[];
}

/** The name of the share of people who chose an option; of a rank, who put it first. */
export const optionOf = (item: string, value: number) => `option:${item}:${value}`;

/** The questions that were answered by choosing, option by option in the order they were offered. */
export function choiceBlocks(
  questions: readonly Question[],
  population: string,
  at: Lookup,
  words: Words,
): readonly ChoiceBlock[] {
  const said = (one: Readonly<Record<string, string>>) =>
    one[words.language] ?? Object.values(one)[0] ?? "";
  return questions.flatMap(({ item, kind, wordings, options }) => {
    if (kind !== "single" && kind !== "multiple" && kind !== "rank") return [];
    const chosen = (options ?? []).map(({ value, words: named }) => ({
      key: String(value),
      name: said(named),
      figure: at(population, optionOf(item, value)),
    }));
    if (chosen.every(({ figure }) => figure === null)) return [];
    const sentence = sayChoice(kind, chosen, words);
    return [{ item, kind, wording: said(wordings), sentence, options: chosen }];
  });
}

/** What was chosen most, where that can be told: never between two ranges that overlap. */
function sayChoice(
  kind: ChoiceBlock["kind"],
  options: readonly ChosenOption[],
  { t, format }: Words,
): string {
  const told = options.flatMap(({ name, figure }) => {
    const value = shown(figure);
    return value === null ? [] : [{ name, range: value.within ?? [value.value, value.value] }];
  });
  const [first] = told.toSorted((a, b) => b.range[0] - a.range[0]);
  const isFirst =
    first !== undefined && told.every((one) => one === first || one.range[1] < first.range[0]);
  if (!isFirst || told.length < options.length) return t(`indicator.choice.${kind}`);
  return t(`indicator.choice.${kind}.first`, {
    name: first.name,
    share: format.share((first.range[0] + first.range[1]) / 2),
  });
}
