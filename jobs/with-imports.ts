import type { Settings } from "#app/settings.server.ts";
import { ImportError } from "#jobs/imports/import-error.ts";
import { type ImportReport, reportLines } from "#jobs/imports/report.ts";
import type { Context } from "./context.ts";
import { CommandError, exitCodes } from "./exit-codes.ts";
import { withContext } from "./open-context.ts";

export interface ReportOptions {
  readonly json?: true;
}

/** Does imports for a command; a file that cannot be taken ends it with its message and code 1. */
export async function withImports<Result>(
  settings: Settings,
  now: Date,
  work: (context: Context) => Promise<Result>,
): Promise<Result> {
  try {
    return await withContext(settings, now, work);
  } catch (error) {
    throw asCommandError(error);
  }
}

/** A file or a mapping that cannot be taken is a message for a person, not a fault of the program. */
export function asCommandError(error: unknown): unknown {
  return error instanceof ImportError ? new CommandError(error.message, exitCodes.failed) : error;
}

/** Prints the reports; exit code 3 when lines were refused. */
export function finishImports(reports: readonly ImportReport[], { json }: ReportOptions): void {
  if (json) console.log(JSON.stringify(reports, null, 2));
  else for (const report of reports) for (const line of reportLines(report)) console.log(line);
  if (reports.some(({ refused }) => refused > 0)) process.exitCode = exitCodes.refusals;
}
