import { unpackChoices } from "#app/model/answer-forms.ts";
import type { Question, Questionnaire } from "#app/model/questionnaire.ts";

/** A question and its place, by which its answer is stored. */
export interface Placed {
  readonly position: number;
  readonly question: Question;
}

/** What is asked on one page. */
export interface Part {
  readonly name: Readonly<Record<string, string>> | null;
  readonly placed: readonly Placed[];
}

/**
 * The pages of a questionnaire: a section each where answers are kept as they come, and everything on
 * one page where nothing is kept before it is sent.
 */
export function partsOf(questionnaire: Questionnaire, savesAsItGoes: boolean): readonly Part[] {
  const parts: { name: Part["name"]; key: string | undefined; placed: Placed[] }[] = [];
  for (const [index, question] of questionnaire.questions.entries()) {
    const last = parts.at(-1);
    const placed = { position: index + 1, question };
    if (last !== undefined && (!savesAsItGoes || last.key === question.section)) {
      last.placed.push(placed);
    } else {
      const name = questionnaire.sections.find(({ key }) => key === question.section)?.names;
      parts.push({
        name: (savesAsItGoes && name) || null,
        key: question.section,
        placed: [placed],
      });
    }
  }
  return parts;
}

/**
 * Whether what was answered on earlier pages says that a question is not asked. What decides on the
 * same page is left to the page, which hides and shows as it is answered.
 */
export function isAskedAfter(
  { questions }: Questionnaire,
  { question }: Placed,
  part: Part,
  answers: Draft["answers"],
): boolean {
  return (question.shownIf ?? []).every(({ item, is }) => {
    if (part.placed.some((one) => one.question.item === item)) return true;
    const index = questions.findIndex((one) => one.item === item);
    const answer = answers[index + 1];
    const decisive = questions[index];
    if (answer === undefined || decisive === undefined) return false;
    if (decisive.kind !== "multiple") return is.includes(answer);
    const options = decisive.options ?? [];
    const ticked = unpackChoices(answer, options.length) ?? [];
    return ticked.some((place) => is.includes(options[place]?.value ?? Number.NaN));
  });
}

/** What somebody had answered before, or has just sent and has to look at again. */
export interface Draft {
  readonly answers: Readonly<Record<number, number>>;
  readonly declined: readonly number[];
  /** Positions where something was written. It cannot be read back. */
  readonly comments: readonly number[];
  /** What was just written, when the page has to be shown again. */
  readonly texts: Readonly<Record<number, string>>;
  /** Positions whose answer was not understood. */
  readonly amiss: readonly number[];
}

export const emptyDraft: Draft = { answers: {}, declined: [], comments: [], texts: {}, amiss: [] };
