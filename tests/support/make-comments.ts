import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { defineBarometer, defineWave } from "#db/records/define-barometer.ts";
import { submitAnswers } from "#db/records/submit-answers.ts";
import type { Context } from "#jobs/context.ts";
import { readComments } from "#jobs/steps/read-comments.ts";
import { release } from "#jobs/steps/release.ts";
import { releaseComments } from "#jobs/steps/release-comments.ts";
import { rollUp } from "#jobs/steps/roll-up.ts";
import { closeWave, type Invitation, openWave } from "#jobs/waves.ts";

/** A wave of one question to tick and one to write to. */
export async function openWaveWithComments(
  context: Context,
  {
    key = "2026-1",
    mode = "confidential",
  }: { key?: string; mode?: "confidential" | "anonymous" } = {},
): Promise<readonly Invitation[]> {
  const { db } = context;
  const names = { fr: "Pouls", en: "Pulse" };
  await defineBarometer(db, {
    key: "pulse",
    names,
    questions: [
      {
        item: "transparent",
        indicator: "trust",
        kind: "agreement",
        low: 1,
        high: 5,
        wordings: { fr: "?", en: "?" },
      },
      {
        item: "better",
        kind: "text",
        wordings: { fr: "Que changer ?", en: "What should change?" },
      },
    ],
  });
  await defineWave(db, { key, barometer: "pulse", names: { fr: key, en: key }, mode });
  return openWave(context, { wave: key });
}

/** Somebody ticks an answer and, unless it is null, writes a comment. */
export async function answer(web: Db, code: string, written: string | null): Promise<string> {
  const answers = { 1: 4, ...(written === null ? {} : { 2: { written } }) };
  const outcomes = await submitAnswers(web, [{ code, answers }]);
  return [...outcomes.keys()].join();
}

/** The part of a night that speaks of waves. */
export async function spendNight(context: Context): Promise<void> {
  for (const step of [readComments, rollUp, release, releaseComments]) await step.run(context);
}

export async function closeAndSpend(context: Context, key = "2026-1"): Promise<void> {
  await closeWave(context, { wave: key });
  await spendNight(context);
}

/** The lists as they were released: each with its population and its comments, in their order. */
export async function releasedLists(
  owner: Db,
): Promise<readonly { key: string; isRest: boolean; texts: readonly string[] }[]> {
  const { rows } = await sql<{ key: string; isRest: boolean; texts: string[] }>`
    select g.key, g.is_rest, array_agg(c.text order by c.position) as texts
    from figures.comment_group g join figures.comment c using (release_id, question_id, number)
    group by g.release_id, g.question_id, g.number, g.key, g.is_rest order by g.release_id, g.key, g.is_rest`.execute(
    owner,
  );
  return rows;
}
