import type { Words } from "#app/model/questionnaire.ts";
import { asksWho, Draft, type DraftQuestion, isScale, optionsOf } from "./draft.ts";
import { QuestionnaireError, type ReadQuestionnaire } from "./format.ts";
import { parseLiteral } from "./js-literal.ts";
import { type Loose, listIn, numberIn, objectIn, textIn } from "./loose.ts";
import { type Known, readVisibleIf } from "./surveyjs-condition.ts";
import { SurveyWords } from "./surveyjs-words.ts";

/** What a question may say besides, and a questionnaire of ours has no place for. */
const UNSAID = [
  "choicesByUrl",
  "choicesVisibleIf",
  "defaultValue",
  "description",
  "enableIf",
  "hasComment",
  "hasNone",
  "hasOther",
  "isRequired",
  "requiredIf",
  "showCommentArea",
  "showNoneItem",
  "showOtherItem",
  "validators",
] as const;

/** Reads a survey of SurveyJS: today's JSON, that of older versions, or as JavaScript writes it. */
export function readSurveyJs(text: string): ReadQuestionnaire {
  return new Reader(surveyIn(text)).read();
}

function surveyIn(text: string): Loose {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    try {
      given = parseLiteral(text);
    } catch (error) {
      throw new QuestionnaireError(error instanceof Error ? error.message : "Unreadable.");
    }
  }
  return objectIn(given);
}

class Reader {
  readonly #draft = new Draft();
  readonly #known = new Map<string, Known>();
  readonly #survey: Loose;
  readonly #words: SurveyWords;

  constructor(survey: Loose) {
    this.#survey = survey;
    this.#words = new SurveyWords(survey);
  }

  read(): ReadQuestionnaire {
    const survey = this.#survey;
    const pages = "pages" in survey ? listIn(survey.pages) : [survey];
    for (const page of pages.map(objectIn)) {
      this.#draft.section(
        textIn(page.name) ?? "page",
        page === survey ? {} : this.#words.of(page.title),
      );
      this.#elements(page, [], "");
    }
    for (const name of ["triggers", "calculatedValues", "completedHtml", "description"]) {
      if (name in survey) this.#draft.lose("the survey", name);
    }
    const { names, languages } = this.#words.whole();
    return this.#draft.done(names, languages);
  }

  #elements(parent: Loose, conditions: readonly string[], place: string): void {
    const own = textIn(parent.visibleIf);
    const all = own === null || parent === this.#survey ? conditions : [...conditions, own];
    for (const element of listIn(parent.elements ?? parent.questions).map(objectIn)) {
      const name = textIn(element.name) ?? place;
      if (element.type === "panel") {
        if (Object.keys(this.#words.of(element.title)).length > 0) {
          this.#draft.lose(name, "the title of a group of questions within a page");
        }
        this.#elements(element, all, name);
      } else this.#question(element, name, all);
    }
  }

  #question(element: Loose, name: string, outer: readonly string[]): void {
    for (const said of UNSAID) {
      if (said in element && element[said] !== false) this.#draft.lose(name, said);
    }
    const own = textIn(element.visibleIf);
    const conditions = own === null ? outer : [...outer, own];
    const title = this.#words.of(element.title ?? element.name);
    switch (element.type) {
      case "matrix":
        this.#matrix(element, name, title, conditions);
        return;
      case "multipletext":
        for (const item of listIn(element.items).map(objectIn)) {
          const part = this.#words.of(item.title ?? item.name);
          this.#typed(item, `${name} ${textIn(item.name)}`, join(title, part), conditions);
        }
        return;
      case "text":
      case "comment":
        this.#typed(element, name, title, conditions);
        return;
      default: {
        const question = this.#chosen(element, title) ?? this.#pointed(element, title);
        if (question === null) {
          this.#draft.lose(name, `a question of the type “${textIn(element.type)}”`);
        } else this.#add(name, [name], question.draft, question.value, conditions);
      }
    }
  }

  #typed(element: Loose, name: string, wordings: Words, conditions: readonly string[]): void {
    const type = textIn(element.inputType);
    if (asksWho(name, type)) {
      this.#draft.lose(name, "asks who answers, which nobody is asked here");
    } else if (type === "number" || type === "range") {
      const ends = { low: numberIn(element.min), high: numberIn(element.max) };
      this.#add(name, [name], { kind: "number", wordings, ...ends }, numberOf, conditions);
    } else if (type !== null && type !== "text") {
      this.#draft.lose(name, `a question answered by a ${type}`);
    } else this.#add(name, [name], { kind: "text", wordings }, () => null, conditions);
  }

  #matrix(element: Loose, name: string, title: Words, conditions: readonly string[]): void {
    const { options, value, renumbered } = optionsOf(this.#words.choices(element.columns));
    const scale = isScale(options) && !renumbered;
    if (renumbered) {
      this.#draft.lose(name, "whether its columns are a scale, and which end is the better one");
    }
    if (scale) this.#draft.loseAround(name, title, options);
    for (const row of this.#words.choices(element.rows)) {
      const draft: DraftQuestion = scale
        ? { kind: "agreement", low: 1, high: options.length, scale: options, wordings: row.words }
        : { kind: "single", options, wordings: join(title, row.words) };
      this.#add(`${name} ${row.code}`, [`${name}.${row.code}`], draft, value, conditions);
    }
  }

  #chosen(element: Loose, wordings: Words) {
    const kinds: Record<string, DraftQuestion["kind"]> = {
      radiogroup: "single",
      dropdown: "single",
      buttongroup: "single",
      imagepicker: element.multiSelect === true ? "multiple" : "single",
      checkbox: "multiple",
      tagbox: "multiple",
      ranking: "rank",
    };
    if (element.type === "boolean") {
      const yes = { value: 1, words: this.#words.of(element.labelTrue ?? "Yes") };
      const no = { value: 0, words: this.#words.of(element.labelFalse ?? "No") };
      const value = (code: string) => (code === "true" ? 1 : code === "false" ? 0 : null);
      return { draft: { kind: "single", wordings, options: [yes, no] } as const, value };
    }
    const kind = kinds[textIn(element.type) ?? ""];
    if (kind === undefined) return null;
    const choices = this.#words.choices(element.choices);
    const { options, renumbered, value } = optionsOf(choices);
    if (renumbered) {
      const codes = choices.map(({ code }, place) => `${code} → ${place + 1}`).join(", ");
      this.#draft.lose(textIn(element.name) ?? "", `the codes of its options: ${codes}`);
    }
    return { draft: { kind, wordings, options }, value };
  }

  #pointed(element: Loose, wordings: Words) {
    if (element.type === "slider") {
      const low = numberIn(element.min) ?? 0;
      const draft: DraftQuestion = {
        kind: "number",
        wordings,
        low,
        high: numberIn(element.max) ?? 100,
      };
      return { draft, value: numberOf };
    }
    if (element.type !== "rating") return null;
    const { options, value } = this.#words.rated(element);
    const [first, last] = [options[0]?.value ?? 1, options.at(-1)?.value ?? 5];
    const isWhole = options.every((option, place) => option.value === first + place);
    const scale = options.filter(({ words }) => Object.keys(words).length > 0);
    if (isWhole && first === 0 && last === 10) {
      return { draft: { kind: "likelihood", wordings, low: 0, high: 10, scale } as const, value };
    }
    if (isWhole && first === 1 && last <= 11) {
      return { draft: { kind: "agreement", wordings, low: 1, high: last, scale } as const, value };
    }
    return { draft: { kind: "number", wordings, low: first, high: last, scale } as const, value };
  }

  #add(
    name: string,
    known: readonly string[],
    draft: DraftQuestion,
    value: Known["value"],
    conditions: readonly string[],
  ): void {
    const item = this.#draft.add(name, draft);
    for (const condition of conditions) {
      const read = readVisibleIf(condition, (other) => this.#known.get(other) ?? null);
      if (read === null) this.#draft.lose(name, `that it is asked only if ${condition}`);
      else this.#draft.showIf(item, read);
    }
    const question = this.#draft.find(item);
    if (question !== null) for (const one of known) this.#known.set(one, { question, value });
  }
}

function numberOf(code: string): number | null {
  return numberIn(code);
}

function join(title: Words, part: Words): Words {
  const languages = [...new Set([...Object.keys(title), ...Object.keys(part)])];
  return Object.fromEntries(
    languages.map((one) => [one, [title[one], part[one]].filter(Boolean).join(" – ")]),
  );
}
