import type { Findings } from "./findings.ts";
import { ImportError } from "./import-error.ts";

/** The error of a file none of whose lines could be kept: it says why, kind by kind. */
export function nothingKept(source: string, refusals: Findings): ImportError {
  const reasons = refusals.list().map(({ line, field, reason, occurrences }) => {
    const where = [line === null ? "" : `line ${line}`, field === null ? "" : `column “${field}”`];
    const often = occurrences > 1 ? ` [${occurrences} times, first here]` : "";
    return `\n  ${where.filter(Boolean).join(", ")}: ${reason}${often}`;
  });
  return new ImportError(`${source}: no line could be kept.${reasons.join("")}`);
}
