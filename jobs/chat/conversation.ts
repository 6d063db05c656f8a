import { tappedIn } from "#app/i18n/asked/in-chat.ts";
import type { Question, Questionnaire } from "#app/model/questionnaire.ts";

/** What somebody has answered so far, by position. */
export interface Progress {
  readonly answers: Readonly<Record<number, number>>;
  readonly declined: readonly number[];
}

/** Positions of the questions a chat asks somebody who answered so, in order. */
export function shownIn(questionnaire: Questionnaire, { answers }: Progress): readonly number[] {
  return tappedIn(questionnaire).filter((position) => {
    const conditions = questionnaire.questions[position - 1]?.shownIf ?? [];
    return conditions.every(({ item, is }) => {
      const other = questionnaire.questions.findIndex((one) => one.item === item);
      const answer = answers[other + 1];
      return answer !== undefined && holds(questionnaire.questions[other], answer, is);
    });
  });
}

/** Of a choice of several, one of those named is enough. */
function holds(question: Question | undefined, answer: number, is: readonly number[]): boolean {
  if (question?.kind !== "multiple") return is.includes(answer);
  return (question.options ?? []).some(
    ({ value }, place) => is.includes(value) && Math.floor(answer / 2 ** place) % 2 === 1,
  );
}

/** Those that are shown, and neither answered nor declined. */
export function remainingIn(questionnaire: Questionnaire, progress: Progress): readonly number[] {
  return shownIn(questionnaire, progress).filter(
    (position) => progress.answers[position] === undefined && !progress.declined.includes(position),
  );
}

/** Whether something is left that only the page can ask. A comment is not missed. */
export function isMoreOnPage({ questions }: Questionnaire): boolean {
  return questions.some(({ kind }) => ["multiple", "rank", "number"].includes(kind));
}

/** Where a conversation that asks one by one goes: a position, or null for its end. */
export function nextAfter(
  questionnaire: Questionnaire,
  progress: Progress,
  from: { readonly position: number; readonly move: string | null },
): number | null {
  const shown = shownIn(questionnaire, progress);
  const remaining = remainingIn(questionnaire, progress);
  if (from.move === "begin") return remaining[0] ?? shown[0] ?? null;
  if (from.move === "again") return shown[0] ?? null;
  if (from.move === "back") {
    return shown.findLast((one) => one < from.position) ?? shown[0] ?? null;
  }
  return shown.find((one) => one > from.position) ?? remaining[0] ?? null;
}
