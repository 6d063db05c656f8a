import type { Words } from "#app/model/questionnaire.ts";
import type { Choice } from "./draft.ts";
import { inOrder, type LssTables, type Row } from "./lss-tables.ts";
import { plainText } from "./plain-text.ts";

/**
 * Words of a LimeSurvey file. Since version 4 they stand in tables of their own (`…_l10ns`); before,
 * each row was there once a language.
 */
export class LssWords {
  readonly #tables: LssTables;

  constructor(tables: LssTables) {
    this.#tables = tables;
  }

  get languages(): readonly string[] {
    const { languages } = this.#tables;
    return languages.length > 0 ? languages : ["en"];
  }

  title(): Words {
    return this.#collect(
      this.#tables.rows("surveys_languagesettings"),
      "surveyls_title",
      "surveyls_language",
    );
  }

  group(gid: string): Words {
    return this.#of("group", "gid", gid, "group_name");
  }

  question(qid: string): Words {
    return this.#of("question", "qid", qid, "question");
  }

  help(qid: string): Words {
    return this.#of("question", "qid", qid, "help");
  }

  /** The rows of a table, once each, whatever the languages they are in. */
  once(table: string, by: string): readonly Row[] {
    return [
      ...new Map(
        this.#tables
          .rows(table)
          .toReversed()
          .map((row) => [row[by], row]),
      ).values(),
    ].toReversed();
  }

  subquestions(qid: string, scale = "0"): readonly Choice[] {
    const rows = [...this.once("subquestions", "qid"), ...this.once("questions", "qid")];
    const own = rows.filter((row) => row.parent_qid === qid && (row.scale_id || "0") === scale);
    return inOrder(own, "question_order").map((row) => ({
      code: row.title ?? "",
      words: this.question(row.qid ?? ""),
    }));
  }

  answers(qid: string): readonly Choice[] {
    const rows = this.#tables
      .rows("answers")
      .filter((row) => row.qid === qid && (row.scale_id || "0") === "0");
    const codes = [...new Set(inOrder(rows, "sortorder").map(({ code = "" }) => code))];
    return codes.map((code) => {
      const same = rows.filter((row) => row.code === code);
      const beside = this.#tables
        .rows("answer_l10ns")
        .filter((one) => same.some((row) => row.aid !== undefined && row.aid === one.aid));
      return {
        code,
        words: this.#collect(beside.length > 0 ? beside : same, "answer", "language"),
      };
    });
  }

  attribute(qid: string, name: string): string {
    const row = this.#tables
      .rows("question_attributes")
      .find((one) => one.qid === qid && one.attribute === name && one.value);
    return row?.value ?? "";
  }

  #of(table: "group" | "question", by: string, id: string, column: string): Words {
    const own = (rows: readonly Row[]) => rows.filter((row) => row[by] === id);
    const beside = own(this.#tables.rows(`${table}_l10ns`));
    const before = own([...this.#tables.rows(`${table}s`), ...this.#tables.rows("subquestions")]);
    return this.#collect(beside.length > 0 ? beside : before, column, "language");
  }

  #collect(rows: readonly Row[], column: string, language: string): Words {
    return Object.fromEntries(
      rows.flatMap((row) => {
        const text = plainText(row[column] ?? "");
        return text === "" ? [] : [[row[language] || this.languages[0] || "en", text] as const];
      }),
    );
  }
}
