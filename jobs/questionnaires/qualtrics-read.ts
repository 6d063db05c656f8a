import type { Words } from "#app/model/questionnaire.ts";
import { asksWho, Draft, type DraftQuestion, isScale, optionsOf } from "./draft.ts";
import type { ReadQuestionnaire } from "./format.ts";
import { numberIn, objectIn, textIn } from "./loose.ts";
import { readQualtricsFile } from "./qualtrics-file.ts";
import { readDisplayLogic } from "./qualtrics-logic.ts";
import type { QualtricsChoice, QualtricsQuestion } from "./qualtrics-shape.ts";
import type { Known } from "./surveyjs-condition.ts";

/** Reads a survey of Qualtrics: a `.qsf` file, or what the survey API answers. */
export function readQualtrics(text: string): ReadQuestionnaire {
  const { names, languages, blocks, flow } = readQualtricsFile(text);
  const reader = new Reader();
  for (const step of flow) reader.draft.lose("the survey’s flow", step);
  for (const { name, questions } of blocks) {
    reader.draft.section(name, Object.fromEntries(languages.map((one) => [one, name])));
    for (const question of questions) reader.question(question);
  }
  return reader.draft.done(
    Object.fromEntries(languages.map((one) => [one, names[one] ?? Object.values(names)[0] ?? ""])),
    languages,
  );
}

class Reader {
  readonly draft = new Draft();
  readonly #known = new Map<string, Known>();

  question(question: QualtricsQuestion): void {
    const { kind, tag, choices, isForced } = question;
    if (isForced) this.draft.lose(tag, "that it has to be answered");
    if (choices.some(({ inOwnWords }) => inOwnWords)) this.draft.lose(tag, "“other”, in own words");
    if (/^MC\/NPS/.test(kind)) this.#likelihood(question);
    else if (/^MC\/(SA|DL|SB)/.test(kind)) this.#choice(question, "single");
    else if (/^MC\/(MA|MSB)/.test(kind)) this.#choice(question, "multiple");
    else if (/^RO\//.test(kind)) this.#choice(question, "rank");
    else if (/^Matrix\/(Likert|Bipolar)\/(Single|DL)/.test(kind)) this.#table(question);
    else if (/^TE\/(SL|ML|ESTB|AutoComplete)/.test(kind)) this.#typed(question);
    else this.draft.lose(tag, `a question of the type “${kind}”`);
  }

  #likelihood(question: QualtricsQuestion): void {
    const [least = {}, most = {}] = question.ends;
    const scale = [
      { value: 0, words: least },
      { value: 10, words: most },
    ].filter(({ words }) => Object.keys(words).length > 0);
    const draft = {
      kind: "likelihood",
      low: 0,
      high: 10,
      scale,
      wordings: question.wordings,
    } as const;
    this.#add(question, question.tag, question.id, draft, numberIn);
  }

  #choice(question: QualtricsQuestion, kind: "single" | "multiple" | "rank"): void {
    const { tag, id, wordings } = question;
    const { options, value } = this.#options(tag, question.choices);
    this.#add(question, tag, id, { kind, options, wordings }, value);
  }

  #table(question: QualtricsQuestion): void {
    const { tag, id, wordings, choices } = question;
    const { options, value, renumbered } = this.#options(tag, question.answers);
    const scale = isScale(options) && !renumbered;
    if (scale) this.draft.loseAround(tag, wordings, options);
    for (const row of choices.filter(({ inOwnWords }) => !inOwnWords)) {
      const name = /^\d+$/.test(row.code) ? `${tag} ${row.code}` : row.code;
      const draft: DraftQuestion = scale
        ? {
            kind: "agreement",
            low: 1,
            high: options.length,
            scale: options
              .toSorted((a, b) => a.value - b.value)
              .filter(({ value: point, words }) =>
                Object.values(words).some((text) => text !== String(point)),
              ),
            wordings: row.words,
          }
        : { kind: "single", options, wordings: joined(wordings, row.words) };
      this.#add(question, name, `${id}/${row.id}`, draft, value);
    }
  }

  #typed(question: QualtricsQuestion): void {
    const { tag, id, wordings, content } = question;
    const type = textIn(content.ContentType);
    if (asksWho(tag, type)) {
      this.draft.lose(tag, "asks who answers, which nobody is asked here");
    } else if (type === "ValidNumber") {
      const { Min, Max } = objectIn(content.ValidNumber);
      const ends = { low: numberIn(Min), high: numberIn(Max) };
      this.#add(question, tag, id, { kind: "number", wordings, ...ends }, numberIn);
    } else this.#add(question, tag, id, { kind: "text", wordings }, () => null);
  }

  #options(tag: string, choices: readonly QualtricsChoice[]) {
    const made = optionsOf(choices);
    if (made.renumbered) {
      const codes = choices.map(({ code }, place) => `${code} → ${place + 1}`).join(", ");
      this.draft.lose(tag, `the codes of its options: ${codes}`);
    }
    // Conditions name a choice by its place in the file, not by the code it is exported as.
    const codeOf = (id: string) => choices.find((one) => one.id === id)?.code ?? "";
    return { ...made, value: (id: string) => made.value(codeOf(id)) };
  }

  #add(
    question: QualtricsQuestion,
    name: string,
    known: string,
    draft: DraftQuestion,
    value: Known["value"],
  ): void {
    const item = this.draft.add(name, draft);
    if (question.logic !== null) {
      const read = readDisplayLogic(question.logic, (other) => this.#known.get(other) ?? null);
      if (read === null)
        this.draft.lose(question.tag, "the logic that decides whom it is shown to");
      else this.draft.showIf(item, read);
    }
    const added = this.draft.find(item);
    if (added !== null) this.#known.set(known, { question: added, value });
  }
}

function joined(wordings: Words, row: Words): Words {
  const languages = [...new Set([...Object.keys(wordings), ...Object.keys(row)])];
  return Object.fromEntries(
    languages.map((one) => [one, [wordings[one], row[one]].filter(Boolean).join(" – ")]),
  );
}
