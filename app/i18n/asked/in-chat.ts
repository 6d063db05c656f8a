import type { Question, Questionnaire, Words } from "#app/model/questionnaire.ts";
import { askedIn } from "./asked.ts";

/** A chat is no place for more; a longer questionnaire is a link to the page. */
const MOST_QUESTIONS = 20;
const MOST_CHOICES = 20;

/** What is chosen by one tap. The others are answered on the page. */
const tapped: readonly string[] = ["agreement", "likelihood", "single"];

/** A question as a chat shows it. */
export interface ShownInChat {
  readonly words: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}

/** Positions of the questions a chat can ask; none when it would be too many. */
export function tappedIn({ questions }: Pick<Questionnaire, "questions">): readonly number[] {
  const places = questions.flatMap((question, index) => {
    const isTapped = tapped.includes(question.kind);
    return isTapped && choicesOf(question).length <= MOST_CHOICES ? [index + 1] : [];
  });
  return places.length > MOST_QUESTIONS ? [] : places;
}

/** Those of them everybody is asked, whatever else they answer. */
export function tappedByAll(questionnaire: Pick<Questionnaire, "questions">): readonly number[] {
  return tappedIn(questionnaire).filter(
    (position) => (questionnaire.questions[position - 1]?.shownIf ?? []).length === 0,
  );
}

/** A question as it is shown in a language: all its points by their words, or figures and the two ends. */
export function shownInChat(question: Question, language: string): ShownInChat {
  const values = choicesOf(question);
  const labels = new Map(values.map((value) => [value, labelOf(question, value, language)]));
  const isWorded = values.every((value) => labels.get(value) !== undefined);
  const words = wordsIn(question.wordings, language);
  const ends = [values[0], values.at(-1)].flatMap((value) => {
    const label = value === undefined ? undefined : labels.get(value);
    return label === undefined ? [] : [`${value} = ${label}`];
  });
  return {
    words: isWorded || ends.length === 0 ? words : `${words}\n${ends.join(" · ")}`,
    choices: values.map((value) => ({
      id: String(value),
      label: (isWorded ? labels.get(value) : undefined) ?? String(value),
    })),
  };
}

function choicesOf({ options, low, high }: Question): readonly number[] {
  if (options !== undefined) return options.map(({ value }) => value);
  if (low === null || high === null) return [];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** The questionnaire's own words, else those of the page. */
function labelOf(question: Question, value: number, language: string): string | undefined {
  const named = [...(question.options ?? []), ...(question.scale ?? [])];
  const own = named.find((option) => option.value === value);
  if (own !== undefined) return wordsIn(own.words, language);
  const { kind, low, high, scale = [] } = question;
  const page = askedIn(language) ?? askedIn("en");
  if (page === null || scale.length > 0 || low === null || high === null) return undefined;
  if (kind === "agreement" && high - low === 4) return page.agreement[high - value];
  const [lowest, highest] =
    kind === "agreement" ? [page.agreement[4], page.agreement[0]] : page.likelihood;
  if (kind === "single") return undefined;
  return value === low ? lowest : value === high ? highest : undefined;
}

function wordsIn(words: Words, language: string): string {
  return words[language] ?? words.fr ?? words.en ?? Object.values(words)[0] ?? "";
}
