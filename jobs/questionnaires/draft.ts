import type {
  Condition,
  Option,
  Question,
  Questionnaire,
  Section,
  Words,
} from "#app/model/questionnaire.ts";
import type { Loss, ReadQuestionnaire } from "./format.ts";
import { keyOf } from "./plain-text.ts";

/** A question of another tool: what it leaves out is not so. */
export type DraftQuestion = Pick<Question, "kind" | "wordings"> &
  Partial<Pick<Question, "low" | "high" | "scale" | "options" | "shownIf">>;

/**
 * A questionnaire in the making, read from another tool: keys become ours and stay apart, and what has
 * no place is noted. Such a file says neither what counts towards which indicator nor what is sensitive.
 */
export class Draft {
  readonly #sections: Section[] = [];
  readonly #questions: Question[] = [];
  readonly #losses: Loss[] = [];
  #section: string | null = null;

  /** Notes what is in the file and not in the questionnaire. */
  lose(place: string, what: string): void {
    if (!this.#losses.some((one) => one.place === place && one.what === what)) {
      this.#losses.push({ place, what });
    }
  }

  /** Begins a section; what is added from now on is in it. Null ends it. */
  section(name: string | null, names: Words): void {
    if (name === null || Object.keys(names).length === 0) {
      this.#section = null;
      return;
    }
    this.#section = apart(
      keyOf(name, "section"),
      this.#sections.map(({ key }) => key),
    );
    this.#sections.push({ key: this.#section, names });
  }

  /** Adds a question and returns its item, which is made of the name it has in the file. */
  add(name: string, question: DraftQuestion): string {
    const item = apart(
      keyOf(name, "question"),
      this.#questions.map((one) => one.item),
    );
    const { kind, wordings, low = null, high = null, scale, options, shownIf } = question;
    this.#questions.push({
      item,
      kind,
      low,
      high,
      ...(scale && scale.length > 0 && { scale }),
      ...(options && { options }),
      indicator: null,
      ...(this.#section !== null && { section: this.#section }),
      ...(shownIf && shownIf.length > 0 && { shownIf }),
      wordings,
    });
    return item;
  }

  /** Notes what is taken for granted of a table whose columns are a scale. */
  loseAround(place: string, title: Words, options: readonly Option[]): void {
    const said = Object.values(title)[0];
    if (said) this.lose(place, `the sentence above its rows: “${said}”`);
    const best = options.find(({ value }) => value === options.length)?.words ?? {};
    const named = Object.values(best)[0] ?? options.length;
    this.lose(place, `which end of its scale is the better one: “${named}” is taken to be`);
  }

  /** A question that was added, by its item. */
  find(item: string): Question | null {
    return this.#questions.find((one) => one.item === item) ?? null;
  }

  /** Says when a question that was added is asked. */
  showIf(item: string, conditions: readonly Condition[]): void {
    const place = this.#questions.findIndex((one) => one.item === item);
    const question = this.#questions[place];
    if (question === undefined || conditions.length === 0) return;
    const shownIf = [...(question.shownIf ?? []), ...conditions];
    this.#questions[place] = { ...question, shownIf };
  }

  /** The whole, without the sections nothing is asked in. */
  done(names: Words, languages: readonly string[]): ReadQuestionnaire {
    const first = names[languages[0] ?? ""] ?? Object.values(names)[0] ?? "";
    const questionnaire: Questionnaire = {
      key: keyOf(first, "barometer"),
      version: 1,
      names,
      languages,
      sections: this.#sections.filter(({ key }) =>
        this.#questions.some(({ section }) => section === key),
      ),
      questions: this.#questions,
    };
    return { questionnaire, losses: this.#losses };
  }
}

/** Something to choose from: its code in the other tool, and its words. */
export interface Choice {
  readonly code: string;
  readonly words: Words;
}

/**
 * Choices as options: codes that are whole numbers stay, others become 1, 2, 3… in their order, and
 * `value` finds the number of a code.
 */
export function optionsOf(choices: readonly Choice[]): {
  readonly options: readonly Option[];
  readonly renumbered: boolean;
  value(code: string): number | null;
} {
  const renumbered = !choices.every(({ code }) => /^\d{1,9}$/.test(code));
  const values = choices.map(({ code }, place) => (renumbered ? place + 1 : Number(code)));
  return {
    options: choices.map(({ words }, place) => ({ value: values[place] ?? place + 1, words })),
    renumbered,
    value: (code) => values[choices.findIndex((one) => one.code === code)] ?? null,
  };
}

/** Whether the columns of a table are a scale: 1, 2, … up to 11. Fewer than four rather are choices. */
export function isScale(options: readonly Option[]): boolean {
  const values = options.map(({ value }) => value).toSorted((a, b) => a - b);
  return (
    values.length >= 4 && values.length <= 11 && values.every((value, place) => value === place + 1)
  );
}

/** Such a question asks who answers, which nobody is asked here. */
export function asksWho(name: string, type: string | null): boolean {
  return (
    /^(email|tel|telephone|url|password|validemail|validphone)$/i.test(type ?? "") ||
    /e-?mail|courriel|t[ée]l[ée]phone|phone|matricule|employee.?(id|number)/i.test(name)
  );
}

function apart(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}-${number}`)) number += 1;
  return `${key}-${number}`;
}
