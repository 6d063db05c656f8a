import { createHash, createHmac } from "node:crypto";
import { shownInChat, tappedByAll, tappedIn } from "#app/i18n/asked/in-chat.ts";
import { type ChatWords, chatWordsIn } from "#app/i18n/chat-words.ts";
import type { Question } from "#app/model/questionnaire.ts";
import { derivedKey } from "#app/privacy/derived-key.server.ts";
import { saveAsks } from "#db/intake/chat-asks.ts";
import { readChatWave } from "#db/intake/chat-waves.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import type { AskedInChat, ChatLabels } from "#jobs/channels/channel.ts";
import type { Context, Keys } from "../context.ts";

/** The chat's part of letters. */
export interface ChatPart {
  readonly questions: readonly AskedInChat[];
  readonly labels: ChatLabels;
}

/**
 * The questions of a wave as each of these people is asked them in a chat, and remembers that they
 * were, so that their answers can be taken. Nothing is asked in an anonymous wave: the network would
 * know who answered what. The same person is given the same tokens each time.
 */
export async function askInChat(
  { db, keys }: Pick<Context, "db" | "keys">,
  waveId: number,
  people: readonly { readonly personId: number; readonly language: string }[],
): Promise<ReadonlyMap<number, ChatPart>> {
  const wave = await readChatWave(db, waveId);
  const isAsked = wave !== null && wave.mode === "confidential" && wave.state === "open";
  const questionnaire = isAsked ? await readQuestionnaire(db, wave.versionId) : null;
  const places = questionnaire === null ? [] : tappedIn(questionnaire);
  await saveAsks(
    db,
    waveId,
    people.flatMap(({ personId }) =>
      places.map((position) => {
        const token = tokenOf(keys, { waveId, personId, position });
        return { tokenHash: tokenHash(token), personId, position };
      }),
    ),
  );
  const first = questionnaire === null ? [] : tappedByAll(questionnaire);
  return new Map(
    people.map(({ personId, language }) => {
      const questions = first.flatMap((position) => {
        const question = questionnaire?.questions[position - 1];
        const token = tokenOf(keys, { waveId, personId, position });
        return question === undefined ? [] : [askedAs(question, token, language)];
      });
      return [personId, { questions, labels: labelsIn(language) }];
    }),
  );
}

/** A question as it is put to somebody: what they choose comes back with the token. */
export function askedAs(question: Question, token: string, language: string): AskedInChat {
  return { token, ...shownInChat(question, language) };
}

export function labelsIn(language: string): ChatLabels {
  const { begin, choose, none, back, send, again, page }: ChatWords = chatWordsIn(language);
  return { begin, choose, none, back, send, again, page };
}

/** 128 bits that mean nothing to whoever reads them: found again when the same is asked again. */
export function tokenOf(
  keys: Pick<Keys, "secrets">,
  asked: { readonly waveId: number; readonly personId: number; readonly position: number },
): string {
  const { waveId, personId, position } = asked;
  const drawn = createHmac("sha256", derivedKey(keys.secrets, "questions in a chat"))
    .update(`${waveId}/${personId}/${position}`)
    .digest();
  return drawn.subarray(0, 16).toString("base64url");
}

export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
