import { askedIn } from "#app/i18n/asked/asked.ts";
import { tappedIn } from "#app/i18n/asked/in-chat.ts";
import { chatWordsIn } from "#app/i18n/chat-words.ts";
import type { AnswerRecord } from "#app/model/canonical.ts";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import type { Db } from "#db/client.server.ts";
import { countLate, type KnownAsk } from "#db/intake/chat-asks.ts";
import { handIn } from "#db/records/hand-in.ts";
import { resumeAnswers, type Standing } from "#db/records/resume-answers.ts";
import type { Said } from "#jobs/channels/channel.ts";
import { codesOf } from "../codes.ts";
import type { Keys } from "../context.ts";
import { askedAs, labelsIn, tokenOf } from "./ask-in-chat.ts";
import { isMoreOnPage, nextAfter, type Progress, remainingIn, shownIn } from "./conversation.ts";
import type { Tap } from "./taps.ts";

/** A tap, and what it was put to whom. */
export interface KnownTap extends Tap {
  readonly ask: KnownAsk;
  readonly position: number;
}

/** What became of an answer, and what to say to whoever gave it; null for nothing. */
export interface Taken {
  readonly became: "taken" | "late" | "already" | "looked";
  readonly said: Said | null;
}

/** What taking one answer needs to know. */
export interface Taking {
  readonly db: Db;
  readonly keys: Keys;
  readonly questionnaire: Questionnaire;
  readonly language: string;
  /** Whether the channel asks one question after another. */
  readonly oneByOne: boolean;
  /** `https://…` of the pages, null where it is not known. */
  readonly publicAddress: string | null;
}

/**
 * Hands in what somebody tapped, under the code that is theirs, and says what comes next. Their answer
 * is never repeated to them. An answer to a wave that has closed is counted as late, and kindly refused.
 */
export async function takeOne(
  taking: Taking,
  taps: readonly [KnownTap, ...KnownTap[]],
  { handle = null }: Pick<AnswerRecord, "handle"> | { readonly handle: null },
): Promise<Taken> {
  const { db, keys, questionnaire, language } = taking;
  const [first] = taps;
  const { waveId, personId, answerRule } = first.ask;
  const page = askedIn(language) ?? askedIn("en");
  const words = chatWordsIn(language);
  const base = { questions: [], moves: [], labels: labelsIn(language), link: null, handle };
  const refusing = (text: { readonly title: string; readonly text: string } | undefined): Said => ({
    ...base,
    text: text === undefined ? "" : `${text.title}. ${text.text}`,
  });
  const code =
    personId === null ? undefined : (await codesOf({ db, keys }, waveId, [personId])).get(personId);
  if (code === undefined || personId === null) {
    await countLate(db, waveId);
    return { became: "late", said: refusing(page?.closed) };
  }
  const before = await resumeAnswers(db, code);
  if (before.state === "already") return { became: "already", said: refusing(page?.already) };
  if (before.state !== "open") return { became: "late", said: refusing(page?.closed) };

  const answers = answersIn(questionnaire, taps);
  const isSent = taps.some(({ move }) => move === "send");
  if (Object.keys(answers).length > 0 || isSent) {
    await handIn(db, [{ code, answers, complete: isSent }]);
  }
  const progress = progressAfter(before, answers);
  const remaining = remainingIn(questionnaire, progress);
  // Where minds can be changed until the end, the last answer hands them all in.
  const isWhole =
    answerRule === "latest" &&
    Object.keys(answers).length > 0 &&
    remaining.length === 0 &&
    !isMoreOnPage(questionnaire);
  if (isWhole && !isSent) await handIn(db, [{ code, answers: {}, complete: true }]);
  const link = taking.publicAddress === null ? null : `${taking.publicAddress}/a/${code}`;
  const became = Object.keys(answers).length > 0 || isSent ? "taken" : "looked";

  const asked = (position: number) => {
    const question = questionnaire.questions[position - 1];
    const token = tokenOf(keys, { waveId, personId, position });
    return question === undefined ? [] : [askedAs(question, token, language)];
  };
  const movesTo = (move: "send" | "again") => ({
    move,
    token: tokenOf(keys, { waveId, personId, position: first.position }),
  });
  const isFinal = answerRule === "first";
  const done: Said = {
    ...base,
    text: isFinal ? words.final : words.latest,
    moves: isFinal || !taking.oneByOne ? [] : [movesTo("again")],
  };
  const last = taps.at(-1) ?? first;
  if (isSent) return { became, said: done };
  if (taking.oneByOne) {
    const next = nextAfter(questionnaire, progress, last);
    if (next !== null) {
      const earlier = shownIn(questionnaire, progress).some((one) => one < next);
      const token = tokenOf(keys, { waveId, personId, position: next });
      const moves = earlier ? [{ move: "back" as const, token }] : [];
      return { became, said: { ...base, text: "", questions: asked(next), moves, link } };
    }
    if (isWhole || (before.again && !isFinal)) return { became, said: done };
    const moves = [movesTo("send"), movesTo("again")];
    return { became, said: { ...base, text: words.ready, moves, link } };
  }
  if (isWhole) return { became, said: done };
  if (became === "looked") return { became, said: null };
  const wasShown = shownIn(questionnaire, before);
  const news = shownIn(questionnaire, progress).filter((one) => !wasShown.includes(one));
  const isReady = remaining.length === 0;
  return {
    became,
    said: {
      ...base,
      text: isReady ? words.ready : words.noted,
      questions: news.flatMap(asked),
      moves: isReady ? [movesTo("send")] : [],
      link,
    },
  };
}

/** What is handed in: choices that exist, a refusal to answer, an answer taken back. */
function answersIn(
  questionnaire: Questionnaire,
  taps: readonly KnownTap[],
): Readonly<Record<number, number | "declined" | null>> {
  const given: Record<number, number | "declined" | null> = {};
  const tapped = tappedIn(questionnaire);
  for (const { position, value, move } of taps) {
    const question = questionnaire.questions[position - 1];
    // What a form says of a question that no chat asks is not believed.
    if (question === undefined || !tapped.includes(position)) continue;
    if (move === "none") given[position] = "declined";
    else if (move === "taken back") given[position] = null;
    else if (value !== null) {
      const isChoice = askedAs(question, "", "fr").choices.some(({ id }) => id === String(value));
      if (isChoice) given[position] = value;
    }
  }
  return given;
}

function progressAfter(
  before: Extract<Standing, { state: "open" }>,
  given: Readonly<Record<number, number | "declined" | null>>,
): Progress {
  const answers: Record<number, number> = { ...before.answers };
  const declined = new Set(before.declined);
  for (const [key, answer] of Object.entries(given)) {
    const position = Number(key);
    delete answers[position];
    declined.delete(position);
    if (answer === "declined") declined.add(position);
    else if (answer !== null) answers[position] = answer;
  }
  return { answers, declined: [...declined] };
}
