import type { Condition, Question, Questionnaire, Words } from "#app/model/questionnaire.ts";
import type { Loss, WrittenQuestionnaire } from "./format.ts";
import { LssDocument } from "./lss-document.ts";
import { asHtml } from "./plain-text.ts";
import { type Block, blocksOf, pointsOf } from "./scale-blocks.ts";
import { unsaid } from "./unsaid.ts";

/** LimeSurvey takes no longer code, and letters and digits only. */
const LONGEST_CODE = 20;

const letters: Readonly<Record<Question["kind"], string>> = {
  agreement: "F",
  likelihood: "L",
  single: "L",
  multiple: "M",
  rank: "R",
  text: "T",
  number: "N",
};

/** Writes a LimeSurvey structure file of version 6: tables of agreement, one group a section. */
export function writeLss(questionnaire: Questionnaire): WrittenQuestionnaire {
  return new Writer(questionnaire).write();
}

class Writer {
  readonly #document: LssDocument;
  readonly #questionnaire: Questionnaire;
  readonly #losses: Loss[] = [];
  /** How an expression names the answer to an item. */
  readonly #names = new Map<string, string>();
  readonly #codes = new Set<string>();
  #qid = 0;
  #aid = 0;

  constructor(questionnaire: Questionnaire) {
    this.#questionnaire = questionnaire;
    this.#document = new LssDocument(questionnaire.languages);
  }

  write(): WrittenQuestionnaire {
    const { names, sections, questions } = this.#questionnaire;
    const groups: readonly (readonly [string | undefined, Words])[] = [
      ...(questions.some(({ section }) => section === undefined)
        ? [[undefined, names] as const]
        : []),
      ...sections.map(({ key, names: title }) => [key, title] as const),
    ];
    for (const [index, [key, title]] of groups.entries()) {
      const gid = index + 1;
      this.#document.row("groups", { gid, group_order: gid, grelevance: "1" });
      this.#document.words("group_l10ns", title, (text) => ({ gid, group_name: asHtml(text) }));
      const blocks = blocksOf(questions.filter(({ section }) => section === key));
      for (const [place, block] of blocks.entries())
        this.#block(block, { gid, order: place + 1, title });
    }
    this.#document.survey(names);
    return {
      text: this.#document.text(),
      losses: [...unsaid(this.#questionnaire), ...this.#losses],
    };
  }

  #block({ questions, isTable }: Block, at: { gid: number; order: number; title: Words }): void {
    const [question] = questions;
    if (question === undefined) return;
    const code = isTable ? this.#code(`table-${this.#qid + 1}`) : this.#itemCode(question);
    const relevance = this.#relevance(question.shownIf ?? []);
    const qid = this.#ask("questions", {
      gid: at.gid,
      type: letters[question.kind],
      title: code,
      question_order: at.order,
      relevance,
      words: isTable ? at.title : question.wordings,
    });
    if (isTable) {
      for (const [place, row] of questions.entries()) {
        const sub = this.#itemCode(row);
        this.#names.set(row.item, `${code}_${sub}.NAOK`);
        this.#sub(qid, at.gid, { code: sub, order: place + 1, words: row.wordings, type: "T" });
      }
      this.#answers(qid, pointsOf(question, this.#questionnaire.languages));
      return;
    }
    this.#names.set(question.item, `${code}.NAOK`);
    this.#alone(question, qid, at.gid);
  }

  #alone(question: Question, qid: number, gid: number): void {
    const { kind, options = [], low, high } = question;
    if (kind === "multiple") {
      for (const [place, { value, words }] of options.entries()) {
        this.#sub(qid, gid, { code: boxCode(value), order: place + 1, words, type: "T" });
      }
    } else if (kind === "likelihood") {
      this.#answers(qid, pointsOf(question, this.#questionnaire.languages));
    } else if (kind === "single" || kind === "rank") this.#answers(qid, options);
    else if (kind === "number") {
      const ends = { min_num_value_n: low, max_num_value_n: high };
      for (const [attribute, value] of Object.entries(ends)) {
        if (value !== null) this.#document.row("question_attributes", { qid, attribute, value });
      }
    }
  }

  #ask(
    table: "questions" | "subquestions",
    row: Record<string, unknown> & { readonly words: Words },
  ): number {
    const { words, ...columns } = row;
    this.#qid += 1;
    const qid = this.#qid;
    const usual = { parent_qid: 0, other: "N", mandatory: "N", encrypted: "N", scale_id: 0 };
    this.#document.row(table, { qid, ...usual, same_default: 0, ...columns });
    this.#document.words("question_l10ns", words, (text) => ({ qid, question: asHtml(text) }));
    return qid;
  }

  #sub(
    parent: number,
    gid: number,
    { code, order, words, type }: { code: string; order: number; words: Words; type: string },
  ): void {
    const place = { gid, parent_qid: parent, title: code, question_order: order };
    this.#ask("subquestions", { ...place, type, relevance: "1", words });
  }

  #answers(
    qid: number,
    options: readonly { readonly value: number; readonly words: Words }[],
  ): void {
    for (const [sortorder, { value, words }] of options.entries()) {
      this.#aid += 1;
      const aid = this.#aid;
      const row = { aid, qid, code: value, sortorder, assessment_value: 0, scale_id: 0 };
      this.#document.row("answers", row);
      this.#document.words("answer_l10ns", words, (text) => ({ aid, answer: asHtml(text) }));
    }
  }

  #itemCode({ item }: Question): string {
    const code = this.#code(item);
    const isWhole = code.replace(/([a-z])(?=[A-Z])/g, "$1-").toLowerCase() === item;
    if (!isWhole) this.#losses.push({ place: item, what: `its key: in the file it is “${code}”` });
    return code;
  }

  #code(key: string): string {
    const camel = key.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    const whole = /^[a-z]/i.test(camel) ? camel : `q${camel}`;
    let code = whole.slice(0, LONGEST_CODE);
    for (let number = 2; this.#codes.has(code); number += 1) {
      code = `${whole.slice(0, LONGEST_CODE - String(number).length)}${number}`;
    }
    this.#codes.add(code);
    return code;
  }

  #relevance(conditions: readonly Condition[]): string {
    if (conditions.length === 0) return "1";
    const { questions } = this.#questionnaire;
    const said = conditions.map(({ item, is }) => {
      const name = this.#names.get(item) ?? item;
      const isList = questions.find((one) => one.item === item)?.kind === "multiple";
      const parts = is.map((value) =>
        isList
          ? `${name.replace(".NAOK", "")}_${boxCode(value)}.NAOK == "Y"`
          : `${name} == "${value}"`,
      );
      return `(${parts.join(" or ")})`;
    });
    return `(${said.join(" and ")})`;
  }
}

function boxCode(value: number): string {
  return `SQ${String(value).padStart(3, "0")}`;
}
