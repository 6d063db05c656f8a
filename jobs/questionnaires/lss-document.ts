import type { Words } from "#app/model/questionnaire.ts";

/** Any number will do: LimeSurvey gives the survey another one when it takes it in. */
const SURVEY = 100_001;

/** The database version of LimeSurvey 6.0; later ones bring it up to theirs. */
const DATABASE_VERSION = 601;

const order = [
  "answers",
  "answer_l10ns",
  "groups",
  "group_l10ns",
  "questions",
  "subquestions",
  "question_l10ns",
  "question_attributes",
  "surveys",
  "surveys_languagesettings",
] as const;
type Table = (typeof order)[number];

/** A LimeSurvey structure file in the making: tables of rows, each value in CDATA. */
export class LssDocument {
  readonly #rows = new Map<Table, Record<string, unknown>[]>();
  readonly #languages: readonly string[];
  #word = 0;

  constructor(languages: readonly string[]) {
    this.#languages = languages;
  }

  row(table: Table, columns: Readonly<Record<string, unknown>>): void {
    const sid = ["groups", "questions", "subquestions"].includes(table) ? { sid: SURVEY } : {};
    this.#rows.set(table, [...(this.#rows.get(table) ?? []), { ...sid, ...columns }]);
  }

  /** A row for each language, in a table of words. */
  words(table: Table, words: Words, columns: (text: string) => Record<string, unknown>): void {
    for (const language of this.#languages) {
      this.#word += 1;
      this.row(table, { id: this.#word, ...columns(words[language] ?? ""), language });
    }
  }

  survey(names: Words): void {
    const [language = "en", ...others] = this.#languages;
    this.row("surveys", {
      sid: SURVEY,
      gsid: 1,
      anonymized: "Y",
      format: "G",
      language,
      additional_languages: others.join(" "),
      datestamp: "N",
      ipaddr: "N",
      refurl: "N",
      savetimings: "N",
    });
    for (const one of this.#languages) {
      this.row("surveys_languagesettings", {
        surveyls_survey_id: SURVEY,
        surveyls_language: one,
        surveyls_title: names[one] ?? "",
      });
    }
  }

  text(): string {
    const tables = order.flatMap((table) => {
      const rows = this.#rows.get(table);
      return rows === undefined ? [] : [tableText(table, rows)];
    });
    const languages = this.#languages.map((one) => `  <language>${one}</language>\n`).join("");
    return `<?xml version="1.0" encoding="UTF-8"?>
<document>
 <LimeSurveyDocType>Survey</LimeSurveyDocType>
 <DBVersion>${DATABASE_VERSION}</DBVersion>
 <languages>
${languages} </languages>
${tables.join("")}</document>
`;
  }
}

function tableText(table: Table, rows: readonly Readonly<Record<string, unknown>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const fields = columns.map((column) => `   <fieldname>${column}</fieldname>\n`).join("");
  const lines = rows.map((row) => {
    const cells = Object.entries(row).map(([column, value]) => `    ${cell(column, value)}\n`);
    return `   <row>\n${cells.join("")}   </row>\n`;
  });
  return ` <${table}>\n  <fields>\n${fields}  </fields>\n  <rows>\n${lines.join("")}  </rows>\n </${table}>\n`;
}

function cell(column: string, value: unknown): string {
  const text = String(value).replaceAll("]]>", "]]]]><![CDATA[>");
  return text === "" ? `<${column}/>` : `<${column}><![CDATA[${text}]]></${column}>`;
}
