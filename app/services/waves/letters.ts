import { letterDay, letterLanguage, letterWords, sayLetter } from "#app/i18n/letters/read.ts";
import type { PlannedWave } from "#db/records/plan-wave.ts";

/** An invitation as it reads, with a page that is nobody's. */
export interface LetterPreview {
  readonly language: string;
  readonly direction: string;
  /** A translation that nobody has read again yet. */
  readonly reviewed: boolean;
  readonly mail: { readonly subject: string; readonly lines: readonly string[] };
  readonly short: string;
}

const LINK = "https://…/a/····";

/** The invitation of a wave by mail and in a text message, in a language of its questions. */
export function previewLetters(
  wave: Pick<PlannedWave, "mode" | "closesAt">,
  barometer: Readonly<Record<string, string>>,
  { wanted, offered, timeZone }: { wanted: string; offered: readonly string[]; timeZone: string },
): LetterPreview {
  const language = letterLanguage(wanted, offered);
  const words = letterWords(language);
  const slots = {
    barometer: barometer[language] ?? barometer.en ?? barometer.fr ?? "",
    date: wave.closesAt === null ? "" : letterDay(language, wave.closesAt, timeZone),
    link: LINK,
    address: "https://…",
  };
  const say = (text: string) => sayLetter(language, text, slots);
  return {
    language,
    direction: words.direction,
    reviewed: words.reviewed,
    mail: {
      subject: say(words.invite.subject),
      lines: [
        words.greeting,
        say(words.invite.lead),
        say(words.page),
        ...(wave.closesAt === null ? [] : [say(words.until)]),
        wave.mode === "anonymous" ? words.anonymous : words.confidential,
        words.stop,
      ],
    },
    short: say(words.short),
  };
}
