import { piecesOf } from "#app/privacy/redact.ts";
import { isSameText, shortened } from "#app/privacy/shortened.ts";
import type { Db } from "#db/client.server.ts";
import {
  type Decision,
  decideComment,
  listWaitingComments,
  type WaitingComment,
} from "#db/records/moderation.ts";
import type { ViewerVisit } from "./visit.server.ts";

/** Comments on one page. */
const PAGE = 20;
/** The database gives no more at once: enough to find one that a page has shown. */
const MOST = 200;
/** As the night withholds what nobody decided. */
const PATIENCE_DAYS = 30;

export type ModerationReading = Awaited<ReturnType<typeof readModeration>>;

/** The first comments that wait for a person, with why they do, and not where they come from. */
export async function readModeration({ viewer, language }: ViewerVisit, steward: Db) {
  const waiting = await listWaitingComments(steward, viewer.email, PAGE);
  return {
    waiting: waiting.map(({ comment, wave, question, text, reasons }) => ({
      comment,
      wave: wave[language],
      question: question[language] ?? Object.values(question)[0] ?? "",
      text,
      pieces: piecesOf(text),
      // A comment without a reason of its own waits because few people answered around it.
      reasons: reasons.length === 0 ? ["small"] : reasons,
    })),
    all: waiting[0]?.waiting ?? 0,
    days: PATIENCE_DAYS,
  };
}

/** What is wrong with a decision; null when it was taken. */
export type ModerationTrouble = "gone" | "words";

/**
 * Decides one comment. What is shown is what was written, or less of it: a moderator puts no words
 * into anybody's mouth.
 */
export async function moderate(
  { viewer }: ViewerVisit,
  steward: Db,
  asked: { readonly comment: string; readonly withhold: boolean; readonly text: string },
): Promise<ModerationTrouble | null> {
  const { comment } = asked;
  if (!/^[\da-f-]{36}$/.test(comment)) return "gone";
  let decision: Decision = "withhold";
  let shorter: string | null = null;
  if (!asked.withhold) {
    const kept = await find(steward, viewer.email, comment);
    if (kept === null) return "gone";
    const isWhole = isSameText(kept.text, asked.text);
    shorter = isWhole ? null : shortened(kept.text, asked.text);
    if (!isWhole && shorter === null) return "words";
    decision = isWhole ? "publish" : "shorten";
  }
  const taken = await decideComment(steward, viewer.email, { comment, decision, shorter });
  return taken ? null : "gone";
}

async function find(steward: Db, actor: string, sought: string): Promise<WaitingComment | null> {
  const waiting = await listWaitingComments(steward, actor, MOST);
  return waiting.find(({ comment }) => comment === sought) ?? null;
}
