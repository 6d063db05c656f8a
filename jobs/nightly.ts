import { oneAtATime } from "#db/one-at-a-time.server.ts";
import { beginNight, beginStep, endNight, endStep } from "#db/records/nights.ts";
import { NetworkError } from "#jobs/connectors/http.ts";
import type { Context } from "./context.ts";
import { alert } from "./steps/alert.ts";
import { closeWaves } from "./steps/close-waves.ts";
import { digest } from "./steps/digest.ts";
import { forget } from "./steps/forget.ts";
import { hearSteps } from "./steps/hear.ts";
import { ingestSteps } from "./steps/ingest.ts";
import { matchAccounts } from "./steps/match-accounts.ts";
import { lockedSteps } from "./steps/open-connections.ts";
import { readComments } from "./steps/read-comments.ts";
import { peopleSteps } from "./steps/read-people.ts";
import { surveySteps } from "./steps/read-surveys.ts";
import { release } from "./steps/release.ts";
import { releaseComments } from "./steps/release-comments.ts";
import { rollUp } from "./steps/roll-up.ts";
import type { Step, StepReport } from "./steps/step.ts";

export interface NightReport {
  readonly id: number;
  readonly failures: number;
  readonly steps: readonly {
    readonly name: string;
    readonly ok: boolean;
    readonly message: string;
  }[];
}

export interface NightOptions {
  /** Read one network only. */
  readonly only?: string;
  /** The clock for how long steps took; `context.now` stays the night's own time. */
  readonly clock: () => Date;
}

/**
 * One night: reads people, closes waves, redacts what people wrote, reads every network, matches accounts, counts, releases, alerts, forgets. A
 * network that fails keeps nobody else waiting, and every step can be run again. Returns null when
 * another night is running.
 */
export async function runNight(
  context: Context,
  options: NightOptions,
): Promise<NightReport | null> {
  return oneAtATime(context.url, "night", async () => {
    const { db, now } = context;
    const id = await beginNight(db, { now, only: options.only ?? null });
    const steps: readonly Step[] = [
      ...(await peopleSteps(context, options.only)),
      closeWaves,
      readComments,
      ...(await hearSteps(context, options.only)),
      ...(await ingestSteps(context, options.only)),
      ...(options.only === undefined ? await lockedSteps(context) : []),
      matchAccounts,
      ...(options.only === undefined ? await surveySteps(context) : []),
      rollUp,
      release,
      releaseComments,
      alert,
      digest,
      forget,
    ];
    const reports: NightReport["steps"][number][] = [];
    for (const [index, step] of steps.entries()) {
      reports.push(await runStep(context, options.clock, id, index + 1, step));
    }
    const failures = reports.filter(({ ok }) => !ok).length;
    await endNight(db, id, failures, options.clock());
    return { id, failures, steps: reports };
  });
}

async function runStep(
  context: Context,
  clock: () => Date,
  nightId: number,
  position: number,
  step: Step,
): Promise<NightReport["steps"][number]> {
  const { db, log } = context;
  await beginStep(db, {
    nightId,
    position,
    name: step.name,
    connectionId: step.connectionId ?? null,
    window: step.window ?? null,
    at: clock(),
  });
  const { ok, report } = await attempt(step, context);
  const state = ok ? "done" : "failed";
  await endStep(db, { nightId, position, state, ...report, at: clock() });
  log(`${step.name}: ${ok ? "" : "failed: "}${report.message}`);
  return { name: step.name, ok, message: report.message };
}

async function attempt(step: Step, context: Context): Promise<{ ok: boolean; report: StepReport }> {
  try {
    return { ok: true, report: await step.run(context) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const nothing = { read: 0, kept: 0, refused: 0, refusals: [] };
    const trouble = troubleIn(error);
    return { ok: false, report: { ...nothing, message, ...(trouble && { trouble }) } };
  }
}

/** What a network did wrong, also when a step has put the error into a sentence of its own. */
function troubleIn(error: unknown): StepReport["trouble"] {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof NetworkError) return { word: cause.trouble, status: cause.status };
  }
  return undefined;
}
