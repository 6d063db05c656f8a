import type { Finding } from "./findings.ts";

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
