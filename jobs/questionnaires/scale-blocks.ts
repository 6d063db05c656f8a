import type { Option, Question, Words } from "#app/model/questionnaire.ts";

/** Questions that other tools put as the rows of one table; or one question by itself. */
export interface Block {
  readonly questions: readonly Question[];
  readonly isTable: boolean;
}

/**
 * Questions of agreement that follow each other on the same scale, in one section and asked of the
 * same people, become a table; every other question stays alone.
 */
export function blocksOf(questions: readonly Question[]): readonly Block[] {
  const blocks: { questions: Question[]; isTable: boolean }[] = [];
  for (const question of questions) {
    const last = blocks.at(-1);
    if (last?.isTable && fits(last.questions[0], question)) last.questions.push(question);
    else blocks.push({ questions: [question], isTable: question.kind === "agreement" });
  }
  return blocks;
}

function fits(first: Question | undefined, next: Question): boolean {
  return JSON.stringify(shared(first)) === JSON.stringify(shared(next));
}

function shared(question: Question | undefined): unknown {
  return [
    question?.kind,
    question?.high,
    question?.scale ?? [],
    question?.section ?? null,
    question?.shownIf ?? [],
  ];
}

/** Every point of a question's scale, with its words, or its number where it has none. */
export function pointsOf(
  { low, high, scale = [] }: Question,
  languages: readonly string[],
): readonly Option[] {
  const [first, last] = [low ?? 1, high ?? 5];
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const value = first + place;
    const named: Words = scale.find((point) => point.value === value)?.words ?? {};
    return {
      value,
      words: Object.fromEntries(languages.map((one) => [one, named[one] ?? String(value)])),
    };
  });
}
