import { type ShownInChat, shownInChat, tappedByAll } from "#app/i18n/asked/in-chat.ts";
import { chatWordsIn } from "#app/i18n/chat-words.ts";
import { letterLines } from "#app/i18n/letters/lines.ts";
import { letterLanguage, letterWords } from "#app/i18n/letters/read.ts";
import type { Questionnaire } from "#app/model/questionnaire.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";

/** An invitation by one chat, as it reads there. */
export interface ChatPreview {
  readonly channel: "whatsapp" | "telegram" | "slack" | "teams";
  /** Paragraphs said before the questions; none where the vendor has approved other words. */
  readonly lines: readonly string[];
  /** The first question, or all that everybody is asked, each with its buttons; none where only a link may go. */
  readonly questions: readonly ShownInChat[];
  /** Buttons under it all. */
  readonly buttons: readonly string[];
}

/** An invitation as it reads, with a page that is nobody's. */
export interface LetterPreview {
  readonly language: string;
  readonly direction: string;
  /** A translation that nobody has read again yet. */
  readonly reviewed: boolean;
  readonly mail: { readonly subject: string; readonly lines: readonly string[] };
  readonly short: string;
  readonly chats: readonly ChatPreview[];
}

const LINK = "https://…/a/····";

/** The invitation of a wave by each kind of channel, in a language of its questions. */
export function previewLetters(
  wave: Pick<PlannedWave, "mode" | "closesAt">,
  questionnaire: Questionnaire,
  { wanted, timeZone }: { wanted: string; timeZone: string },
): LetterPreview {
  const { names, languages } = questionnaire;
  const language = letterLanguage(wanted, languages);
  const { direction, reviewed } = letterWords(language);
  const facts = {
    ...({ purpose: "invite", mode: wave.mode, closesAt: wave.closesAt, timeZone } as const),
    ...{ link: LINK, publicAddress: "https://…" },
    barometer: names[language] ?? names.en ?? names.fr ?? "",
  };
  const { subject, lines, short } = letterLines(language, { ...facts, stops: true });
  const chatLines = letterLines(language, { ...facts, stops: false }).lines;
  return {
    ...{ language, direction, reviewed, short },
    mail: { subject, lines: lines.filter(Boolean) },
    chats: chatsOf(wave.mode, questionnaire, language, chatLines.filter(Boolean)),
  };
}

/** Nothing is asked in a chat of an anonymous wave: the network would know who answered what. */
function chatsOf(
  mode: string,
  questionnaire: Questionnaire,
  language: string,
  lines: readonly string[],
): readonly ChatPreview[] {
  const words = chatWordsIn(language);
  const all =
    mode === "anonymous"
      ? []
      : tappedByAll(questionnaire).flatMap((position) => {
          const question = questionnaire.questions[position - 1];
          return question === undefined ? [] : [shownInChat(question, language)];
        });
  const declinable = all.map((one) => ({
    ...one,
    choices: [...one.choices, { id: "none", label: words.none }],
  }));
  const isAsked = all.length > 0;
  const sending = isAsked ? [words.send, words.page] : [words.page];
  return [
    // Its first message is in words that Meta approved; the first question follows a tap.
    {
      channel: "whatsapp",
      lines: [],
      questions: declinable.slice(0, 1),
      buttons: isAsked ? [words.begin, words.page] : [words.page],
    },
    { channel: "telegram", lines, questions: declinable.slice(0, 1), buttons: [words.page] },
    { channel: "slack", lines, questions: declinable, buttons: sending },
    { channel: "teams", lines, questions: declinable, buttons: sending },
  ];
}
