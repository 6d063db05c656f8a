import { CsvError, parse } from "csv-parse/sync";

/** One vote of one person, as a time clock wrote it down. */
export interface Vote {
  /** From 1: the header. */
  readonly line: number;
  /** The code on their slip, or the number HR knows them by. */
  readonly by: { readonly code: string } | { readonly number: string };
  /** Of the question, from 1. */
  readonly position: number;
  readonly answer: number;
}

export interface VoteRefusal {
  readonly line: number;
  readonly reason: string;
}

/** What terminals call their columns, in French and English. */
const names = {
  code: ["code", "code personnel", "personal code"],
  number: ["matricule", "number", "employee number", "badge", "numero"],
  question: ["question", "item", "question id"],
  answer: ["answer", "vote", "reponse", "choix", "valeur", "value"],
} as const;

/** A file of votes can be long, and is read whole: this is more than a site has hands. */
export const LARGEST_FILE = 20_000_000;

/**
 * Reads a CSV of votes: a line a vote (`code;question;answer`), or a line a person with a column for
 * each question. `number` stands for `code` where a terminal knows people by their badge. `questions`
 * are the items of the questionnaire in order; a column may also be called by its place (`2`, `Q2`).
 * Other columns (names, times, doors) are not looked at.
 * @throws when it is no CSV, there is no column that tells who voted, or none that tells what. No message
 *   repeats what stands in the file.
 */
export function readVotes(
  text: string,
  questions: readonly string[],
): {
  readonly votes: readonly Vote[];
  readonly refusals: readonly VoteRefusal[];
} {
  const [head = [], ...rows] = rowsOf(text);
  const header = head.map(plain);
  const at = (kind: keyof typeof names) => header.findIndex((name) => has(names[kind], name));
  const [code, number, question, answer] = [at("code"), at("number"), at("question"), at("answer")];
  if (code < 0 && number < 0) throw new Error("No column tells who voted: code, or number.");
  const isLong = question >= 0 && answer >= 0;
  const wide = isLong
    ? []
    : header.flatMap((name, index) => {
        const position = positionOf(name, questions);
        return position === null ? [] : [{ index, position }];
      });
  if (!isLong && wide.length === 0) throw new Error("No column tells what was voted.");
  const votes: Vote[] = [];
  const refusals: VoteRefusal[] = [];
  rows.forEach((row, index) => {
    const line = index + 2;
    const typed = codeAsWritten(row[code] ?? "");
    const by = code >= 0 && typed !== "" ? { code: typed } : { number: (row[number] ?? "").trim() };
    if ("number" in by && by.number === "") {
      refusals.push({ line, reason: "nobody: the column that tells who voted is empty" });
      return;
    }
    const cells = isLong
      ? [{ position: positionOf(plain(row[question] ?? ""), questions), said: row[answer] ?? "" }]
      : wide.map(({ position, index: column }) => ({ position, said: row[column] ?? "" }));
    for (const { position, said } of cells) {
      // In a wide file an empty cell is a question that was not answered.
      if (said === "" && !isLong) continue;
      if (position === null) refusals.push({ line, reason: "there is no such question" });
      else if (!/^-?\d{1,6}$/.test(said)) {
        refusals.push({ line, reason: "the vote is no whole number" });
      } else votes.push({ line, by, position, answer: Number(said) });
    }
  });
  return { votes, refusals };
}

function rowsOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Its message quotes the cell, which may be a code.
    throw new Error(`Line ${String(error.lines)} cannot be read: its quotation marks do not fit.`);
  }
}

function positionOf(name: string, questions: readonly string[]): number | null {
  const item = questions.findIndex((one) => plain(one) === name);
  if (item >= 0) return item + 1;
  const place = Number(/^q?(\d{1,3})$/.exec(name)?.[1] ?? 0);
  return place >= 1 && place <= questions.length ? place : null;
}

/** Without its spaces, and with the figures that letters are mistaken for. */
function codeAsWritten(cell: string): string {
  const small = cell.replace(/[\s-]/g, "").toLowerCase();
  return small.replaceAll("o", "0").replace(/[il]/g, "1");
}

function separatorOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  return [";", "\t", ","].find((one) => first.includes(one)) ?? ";";
}

function plain(name: string): string {
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

function has(known: readonly string[], name: string): boolean {
  return known.includes(name);
}
