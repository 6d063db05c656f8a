import { createHash, createHmac } from "node:crypto";
import { askedIn } from "#app/i18n/asked/asked.ts";
import { type ChatWords, chatWordsIn } from "#app/i18n/chat-words.ts";
import type { Question, Questionnaire, Words } from "#app/model/questionnaire.ts";
import { derivedKey } from "#app/privacy/derived-key.server.ts";
import { saveAsks } from "#db/intake/chat-asks.ts";
import { readChatWave } from "#db/intake/chat-waves.ts";
import { readQuestionnaire } from "#db/records/read-questionnaire.ts";
import type { AskedInChat, ChatLabels } from "#jobs/channels/channel.ts";
import type { Context, Keys } from "../context.ts";

/** A chat is no place for more; a longer questionnaire is a link to the page. */
const MOST_QUESTIONS = 20;
const MOST_CHOICES = 20;

/** What is chosen by one tap. The others are answered on the page. */
const tapped: readonly string[] = ["agreement", "likelihood", "single"];

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
  const first = questionnaire === null ? [] : places.filter((at) => isForAll(questionnaire, at));
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

/** Positions of the questions a chat can ask; none when it would be too many. */
export function tappedIn({ questions }: Questionnaire): readonly number[] {
  const places = questions.flatMap((question, index) => {
    const isTapped = tapped.includes(question.kind);
    return isTapped && choicesOf(question).length <= MOST_CHOICES ? [index + 1] : [];
  });
  return places.length > MOST_QUESTIONS ? [] : places;
}

/** Whether everybody is asked this one, whatever else they answer. */
function isForAll({ questions }: Questionnaire, position: number): boolean {
  return (questions[position - 1]?.shownIf ?? []).length === 0;
}

/** A question as it is shown in a language: all its points by their words, or figures and the two ends. */
export function askedAs(question: Question, token: string, language: string): AskedInChat {
  const values = choicesOf(question);
  const labels = new Map(values.map((value) => [value, labelOf(question, value, language)]));
  const isWorded = values.every((value) => labels.get(value) !== undefined);
  const words = wordsIn(question.wordings, language);
  const ends = [values[0], values.at(-1)].flatMap((value) => {
    const label = value === undefined ? undefined : labels.get(value);
    return label === undefined ? [] : [`${value} = ${label}`];
  });
  return {
    token,
    words: isWorded || ends.length === 0 ? words : `${words}\n${ends.join(" · ")}`,
    choices: values.map((value) => ({
      id: String(value),
      label: (isWorded ? labels.get(value) : undefined) ?? String(value),
    })),
  };
}

function choicesOf({ options, low, high }: Question): readonly number[] {
  if (options !== undefined) return options.map(({ value }) => value);
  if (low === null || high === null) return [];
  return Array.from({ length: high - low + 1 }, (_, index) => low + index);
}

/** The questionnaire's own words, else those of the page. */
function labelOf(question: Question, value: number, language: string): string | undefined {
  const named = [...(question.options ?? []), ...(question.scale ?? [])];
  const own = named.find((option) => option.value === value);
  if (own !== undefined) return wordsIn(own.words, language);
  const { kind, low, high, scale = [] } = question;
  const page = askedIn(language) ?? askedIn("en");
  if (page === null || scale.length > 0 || low === null || high === null) return undefined;
  if (kind === "agreement" && high - low === 4) return page.agreement[high - value];
  const [lowest, highest] =
    kind === "agreement" ? [page.agreement[4], page.agreement[0]] : page.likelihood;
  if (kind === "single") return undefined;
  return value === low ? lowest : value === high ? highest : undefined;
}

function wordsIn(words: Words, language: string): string {
  return words[language] ?? words.fr ?? words.en ?? Object.values(words)[0] ?? "";
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
