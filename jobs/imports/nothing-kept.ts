import type { Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";
import { type Fields, findingLine } from "./report.ts";

/** There was a file, and nothing in it to keep. */
export class NothingKept extends ImportError {}

/** The error of a file none of whose lines could be kept: it says why, kind by kind. */
export function nothingKept(
  source: string,
  refusals: Findings,
  fields: Fields = "columns",
): NothingKept {
  const reasons = refusals.list().map((finding) => `\n  ${findingLine(finding, fields)}`);
  const what = fields === "columns" ? "no line could be kept" : "nothing in it could be kept";
  return new NothingKept(`${source}: ${what}.${reasons.join("")}`);
}
