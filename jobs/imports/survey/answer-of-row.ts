import { hash } from "node:crypto";
import { memberOf, pseudonym } from "#app/privacy/pseudonym.server.ts";
import type { StagedAnswer } from "#db/intake/answers/stage.ts";
import type { Keys } from "#jobs/context.ts";
import type { Findings } from "../findings.ts";
import { Columns } from "../mapping/columns.ts";
import { type SurveyMapping, surveyOf } from "../mapping/survey-mapping.ts";
import { columnsAsked, type SurveyQuestion } from "../mapping/survey-question.ts";
import { Segment } from "../people/places.ts";
import type { Row } from "../rows/open-rows.ts";
import { choiceOf } from "./choice-of-row.ts";
import { FormOfFile } from "./form-of-file.ts";
import { responseKey } from "./response-key.ts";
import { AnsweringUnits } from "./units.ts";

type Choice = Extract<SurveyQuestion, { readonly options: unknown }>;
type Point = Exclude<SurveyQuestion, Choice>;

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

/** Reads lines of an answers file as a mapping says. A number leaves it as a pseudonym only. */
export class AnswerReader {
  readonly columns = new Columns();
  readonly units: AnsweringUnits | null;
  readonly segments: readonly Segment[];
  readonly form: FormOfFile;
  readonly #missing: ReadonlySet<string>;
  #unfinished = 0;
  #trials = 0;

  constructor(
    private readonly mapping: SurveyMapping,
    private readonly keys: Keys,
    source: string,
    private readonly refusals: Findings,
    private readonly notices: Findings,
  ) {
    const { only, person, unit, segments, questions, missing } = mapping;
    this.units = unit === undefined ? null : new AnsweringUnits(unit, source);
    this.segments = Object.entries(segments).map(([key, one]) => new Segment(key, one, source));
    this.#missing = new Set(["", ...missing]);
    const named = [only?.column, person, unit?.column];
    named.push(...Object.values(segments).map(({ column }) => column));
    named.push(...questions.flatMap(columnsAsked));
    for (const one of named) if (one !== undefined) this.columns.at(one);
    this.form = new FormOfFile({ ...mapping, form: surveyOf(mapping).form }, this.columns);
  }

  /** Responses left for later because they may still change, and trials, which nobody meant. */
  get left(): { readonly unfinished: number; readonly trials: number } {
    return { unfinished: this.#unfinished, trials: this.#trials };
  }

  /** Null when the line is not asked for, or was refused. */
  read({ fields, line, whole }: Row): StagedAnswer | null {
    const { only, person, questions, barometer } = this.mapping;
    const field = (name: string | undefined) =>
      name === undefined ? "" : (fields[this.columns.at(name)] ?? "");
    if (only !== undefined && !only.equals.includes(field(only.column))) return null;

    const { id, isFinished, isGenuine } = this.form.told(fields);
    if (!isGenuine) this.#trials += 1;
    else if (!isFinished) this.#unfinished += 1;
    if (!isGenuine || !isFinished) return null;

    const number = field(person);
    if (person !== undefined && number === "") {
      const reason =
        "There is no number, so nobody knows whose answer this is. The line was left out.";
      this.refusals.add(line, person, reason);
      return null;
    }
    const answers: (number | null)[] = [];
    for (const question of questions) {
      const answer = isChoice(question)
        ? this.#choice(question, field, line)
        : this.#answer(question, field(question.column), line);
      if (answer === undefined) return null;
      answers.push(answer);
    }
    if (answers.every((answer) => answer === null)) {
      this.refusals.add(line, null, "The line answers no question. It was left out.");
      return null;
    }
    const unit = this.#unit(field(this.mapping.unit?.column), line);
    if (unit === undefined) return null;
    const key = person === undefined ? null : pseudonym(this.keys.pseudonym, "number", number);
    const { form, survey } = surveyOf(this.mapping);
    const isIdentified = id !== "";
    return {
      line,
      isIdentified,
      same: isIdentified
        ? responseKey(this.keys.pseudonym, `${form ?? ""}:${survey}`, id)
        : hash("sha256", whole, "buffer"),
      person: key,
      member: key === null ? null : memberOf(this.keys.pseudonym, barometer.key, key),
      unit,
      options: this.#options(field, line),
      answers,
    };
  }

  #choice(question: Choice, field: (name: string) => string, line: number) {
    const said = (name: string) => (this.#missing.has(field(name)) ? "" : field(name));
    const choice = choiceOf(question, said);
    if (choice === null || typeof choice === "number") return choice;
    const column = question.column ?? question.options[0]?.column ?? null;
    return this.#refuse(line, column, choice.reason, `“${choice.text.slice(0, 30)}”`);
  }

  /** Null for none; `undefined` when it cannot be one. */
  #answer(question: Point, text: string, line: number): number | null | undefined {
    if (this.#missing.has(text)) return null;
    const { column, kind, low = -Infinity, high = Infinity } = question;
    const isDecimal = this.mapping.decimal === ",";
    const plain = isDecimal && !text.includes(".") ? text.replace(",", ".") : text;
    const isNumber = NUMBER.test(plain) && !(isDecimal && text.includes("."));
    const answer = pointOf(question, text) ?? (isNumber ? Number(plain) : NaN);
    const example = `“${text.slice(0, 30)}”`;
    if (!Number.isFinite(answer)) {
      const hint = /^-?\d+[.,]\d+$/.test(text)
        ? "correct it, or say `decimal:` in the mapping"
        : "correct it, say under values: what it stands for, or list it under missing: if it is no answer";
      const reason = `This is not a number. The line was left out: ${hint}.`;
      return this.#refuse(line, column, reason, example);
    }
    if (answer < low || answer > high) {
      const scale = `${low === -Infinity ? "…" : low} to ${high === Infinity ? "…" : high}`;
      const reason = `The answer is off the scale (${scale}). The line was left out: correct it, or the scale in the mapping, or list it under missing: if it stands for no answer.`;
      return this.#refuse(line, column, reason, example);
    }
    if (kind !== "number" && !Number.isInteger(answer)) {
      const reason =
        "The answer is between two points of the scale. The line was left out: if the column holds means, say `kind: number`.";
      return this.#refuse(line, column, reason, example);
    }
    return answer;
  }

  /** Null for none; `undefined` when it would be taken for another. */
  #unit(value: string, line: number): string | null | undefined {
    if (this.units === null) return null;
    const column = this.mapping.unit?.column ?? null;
    if (value === "") {
      const reason = "There is no unit. The answer counts in the company as a whole.";
      this.notices.add(line, column, reason);
      return null;
    }
    const key = this.units.key(value, line);
    if (key !== null) return key;
    const reason =
      "The unit would have the key of another one. The line was left out: rename one of them, or leave `key:` out of unit: in the mapping.";
    return this.#refuse(line, column, reason, `“${value.slice(0, 30)}”`);
  }

  #options(field: (name: string | undefined) => string, line: number): Record<string, string> {
    const options: Record<string, string> = {};
    for (const segment of this.segments) {
      const column = this.mapping.segments[segment.key]?.column;
      const value = field(column);
      if (this.#missing.has(value)) continue;
      const option = segment.option(value, line);
      if (option !== null) options[segment.key] = option;
      else {
        const reason = `The mapping does not say what this value is in the segment “${segment.key}”. The answer was kept without it: add it to segments.${segment.key}.values.`;
        this.notices.add(line, column ?? null, reason, `“${value.slice(0, 30)}”`);
      }
    }
    return options;
  }

  #refuse(line: number, column: string | null, reason: string, example?: string): undefined {
    this.refusals.add(line, column, reason, example);
    return undefined;
  }
}

function isChoice(question: SurveyQuestion): question is Choice {
  return "options" in question;
}

/** What a word stands for, capitals not counting. */
function pointOf({ values }: Point, text: string): number | undefined {
  const own = Object.hasOwn(values, text) ? values[text] : undefined;
  if (own !== undefined) return own;
  const small = text.toLowerCase();
  return Object.entries(values).find(([word]) => word.toLowerCase() === small)?.[1];
}
