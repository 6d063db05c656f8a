import { SaxesParser } from "saxes";
import { QuestionnaireError } from "./format.ts";

export type Row = Readonly<Record<string, string>>;

/** The tables of a LimeSurvey structure file (`.lss`), as the database it comes from has them. */
export interface LssTables {
  readonly languages: readonly string[];
  rows(table: string): readonly Row[];
}

/**
 * Reads the tables. Entities of a document's own are not expanded.
 * @throws {QuestionnaireError} when it is no such file.
 */
export function readLssTables(text: string): LssTables {
  const tables = new Map<string, Row[]>();
  const languages: string[] = [];
  const path: string[] = [];
  let row: Record<string, string> = {};
  let said = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    path.push(name);
    said = "";
    if (name === "row") row = {};
  });
  const hear = (words: string) => {
    said += words;
  };
  parser.on("text", hear);
  parser.on("cdata", hear);
  parser.on("closetag", ({ name }) => {
    const [, table = "", inside, within] = path;
    if (table === "languages" && name === "language" && path.length === 3) languages.push(said);
    else if (inside === "rows" && within === "row" && path.length === 5) row[name] = said;
    else if (inside === "rows" && name === "row") {
      tables.set(table, [...(tables.get(table) ?? []), row]);
    }
    path.pop();
    said = "";
  });
  try {
    parser.write(text).close();
  } catch (error) {
    const what = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    throw new QuestionnaireError(`This is no LimeSurvey structure file (.lss): ${what}`);
  }
  if (!tables.has("questions")) throw new QuestionnaireError("There are no questions in the file.");
  return { languages, rows: (table) => tables.get(table) ?? [] };
}

/** Rows in the order a column says; those that say nothing come first. */
export function inOrder(rows: readonly Row[], column: string): readonly Row[] {
  return rows.toSorted((a, b) => Number(a[column] ?? 0) - Number(b[column] ?? 0));
}
