import { type AnswerSource, listSources } from "#db/intake/answer-sources.ts";
import { readSource } from "#jobs/imports/read-source.ts";
import type { Context } from "../context.ts";
import type { Step, StepReport } from "./step.ts";

/** One step for each survey that is asked in another tool and not over. */
export async function surveySteps({ db }: Context): Promise<readonly Step[]> {
  const sources = (await listSources(db)).filter(({ endedAt }) => endedAt === null);
  return sources.map((source) => ({
    name: `survey ${source.key}`,
    run: (night) => take(night, source),
  }));
}

async function take(context: Context, source: AnswerSource): Promise<StepReport> {
  const { reports, summary } = await readSource(context, source);
  const sum = (name: "read" | "kept" | "refused") =>
    reports.reduce((total, report) => total + report[name], 0);
  const refusals = reports.flatMap((report) =>
    report.refusals.map(({ field, reason, occurrences }) => ({
      where: field ?? "a response",
      reason,
      occurrences,
    })),
  );
  return {
    read: sum("read"),
    kept: sum("kept"),
    refused: sum("refused"),
    refusals,
    message: summary,
  };
}
