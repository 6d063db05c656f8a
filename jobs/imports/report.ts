import type { Finding } from "./findings.ts";
import type { Unread } from "./survey/form-of-file.ts";

/** What the fields of findings are: columns of a table, or places in an archive, named in full. */
export type Fields = "columns" | "places";

/** How an import went, for a person and for a program. Rows, never a figure. */
export interface ImportReport {
  readonly importId: number;
  readonly kind: "people" | "organisation" | "activity" | "answers";
  readonly source: string;
  readonly state: "kept" | "refused";
  /** Lines read, kept, and left out. */
  readonly read: number;
  readonly kept: number;
  readonly refused: number;
  /** Kept before, and so not again. */
  readonly already: number;
  readonly refusals: readonly Finding[];
  /** Columns, when not said. */
  readonly fields?: Fields;
  /** What to know although nothing was lost. */
  readonly notices: readonly Finding[];
  /** Columns of an answers file that were not read, by their names. */
  readonly unread?: Unread;
  /** One sentence: what is different now. */
  readonly summary: string;
}

/** The report as lines for a terminal. */
export function reportLines(report: ImportReport): readonly string[] {
  const { source, refusals, notices, summary, state, fields = "columns" } = report;
  return [
    `${source}: ${summary}`,
    ...notices.map((notice) => `  note: ${findingLine(notice, fields)}`),
    ...refusals.map((refusal) => `  refused: ${findingLine(refusal, fields)}`),
    ...unreadLines(report.unread),
    ...(state === "kept" && report.kind !== "activity" && report.importId > 0
      ? [`  import ${report.importId} (to take it back: barometer import undo ${report.importId})`]
      : []),
  ];
}

/** Where, what, and how often. */
export function findingLine({ line, field, reason, occurrences }: Finding, fields: Fields): string {
  const where = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(field === null ? [] : [fields === "columns" ? `column “${field}”` : field]),
  ].join(", ");
  const often = occurrences > 1 ? ` [${occurrences} times, first here]` : "";
  return `${where}${where ? ": " : ""}${reason}${often}`;
}

/** More names than these say nothing to anybody. */
const NAMES = 40;

function unreadLines(unread: Unread | undefined): readonly string[] {
  const lines = [
    { what: "never read, because they say who answered or from where", names: unread?.personal },
    { what: "not read, because the mapping does not name them", names: unread?.others },
  ];
  return lines.flatMap(({ what, names = [] }) => {
    if (names.length === 0) return [];
    const named = names.slice(0, NAMES).map((name) => `“${name.slice(0, 60)}”`);
    const more = names.length > NAMES ? `, and ${names.length - NAMES} more` : "";
    return [`  columns ${what}: ${named.join(", ")}${more}`];
  });
}
