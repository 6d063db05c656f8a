import { packChoices, packRank } from "#app/model/answer-forms.ts";
import type { Question } from "#app/model/questionnaire.ts";
import { type Draft, emptyDraft, type Placed } from "./parts.ts";

/** What a field holds when somebody would rather not answer. */
export const DECLINED = "no";

/** Characters in a comment at most, as the page says. */
const LONGEST_COMMENT = 1000;

/** By position: as `intake.submit` takes it, with what was written still to be sealed. */
export type GivenAnswers = Readonly<
  Record<number, number | "declined" | null | { readonly written: string }>
>;

export interface Given {
  readonly answers: GivenAnswers;
  /** What the page shows again when something was not understood. */
  readonly draft: Draft;
}

/**
 * Reads a page's form. With `takesBack`, a question of the page without an answer gives back the one it
 * had: the page showed it. What was written earlier stays unless something new is written.
 */
export function readGiven(
  form: URLSearchParams,
  placed: readonly Placed[],
  takesBack: boolean,
): Given {
  const answers: Record<number, GivenAnswers[number]> = {};
  const shown: Record<number, number> = {};
  const texts: Record<number, string> = {};
  const declined: number[] = [];
  const amiss: number[] = [];
  for (const { position, question } of placed) {
    const fields = form.getAll(`q${position}`);
    if (question.kind === "text") {
      const text = (fields[0] ?? "").trim();
      if (text === "") continue;
      texts[position] = text;
      if ([...text].length > LONGEST_COMMENT) amiss.push(position);
      else answers[position] = { written: text };
      continue;
    }
    if (fields.includes(DECLINED)) {
      declined.push(position);
      answers[position] = "declined";
      continue;
    }
    const value = answerTo(question, fields, (place) => form.get(`q${position}.${place}`));
    if (value === undefined) amiss.push(position);
    else if (value !== null) {
      shown[position] = value;
      answers[position] = value;
    } else if (takesBack) answers[position] = null;
  }
  return { answers, draft: { ...emptyDraft, answers: shown, texts, declined, amiss } };
}

/** Null when nothing was answered, undefined when it is no answer to this question. */
function answerTo(
  { kind, low, high, options = [] }: Question,
  fields: readonly string[],
  rankOf: (place: number) => string | null,
): number | null | undefined {
  const places = [...options.keys()];
  if (kind === "rank") {
    const ranked = places
      .map((place) => ({ place, rank: Number(rankOf(place) ?? 0) }))
      .filter(({ rank }) => rank !== 0)
      .toSorted((a, b) => a.rank - b.rank);
    if (ranked.length === 0) return null;
    // The first is 1 and none is left out or given twice: an order, not marks.
    if (ranked.some(({ rank }, index) => rank !== index + 1)) return undefined;
    return packRank(
      ranked.map(({ place }) => place),
      options.length,
    );
  }
  if (kind === "multiple") {
    const ticked = [...new Set(fields.map(Number))];
    if (ticked.length === 0) return null;
    if (!ticked.every((place) => places.includes(place))) return undefined;
    return packChoices(ticked, options.length);
  }
  const text = fields[0]?.trim().replace(",", ".") ?? "";
  if (text === "") return null;
  const value = Number(text);
  if (kind === "single" && options.length > 0) {
    return options.some((option) => option.value === value) ? value : undefined;
  }
  const isWhole = kind === "number" ? Number.isFinite(value) : Number.isInteger(value);
  const isWithin = (low === null || value >= low) && (high === null || value <= high);
  return isWhole && isWithin ? value : undefined;
}
