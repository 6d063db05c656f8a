import { letterLines } from "#app/i18n/letters/lines.ts";
import { letterLanguage } from "#app/i18n/letters/read.ts";
import type { ClaimedLetter } from "#db/intake/dispatch/claim.ts";
import type { Letter } from "#jobs/channels/channel.ts";

export interface LetterPlaces {
  /** `https://…`, without a slash at the end. */
  readonly publicAddress: string;
  readonly timeZone: string;
}

/** Whether it asks to answer, or speaks of what was. */
export function isAsking({ purpose }: Pick<ClaimedLetter, "purpose">): boolean {
  return purpose === "invite" || purpose === "remind" || purpose === "test";
}

/** Where a claimed letter leads: a person to their own page, a viewer to what it is about. */
export function linkOf(
  { purpose, wave }: Pick<ClaimedLetter, "purpose" | "wave">,
  code: string | null,
  publicAddress: string,
): string {
  if (code !== null) return `${publicAddress}/a/${code}`;
  return purpose === "results" ? `${publicAddress}/` : `${publicAddress}/waves/${wave.key}`;
}

/**
 * A letter in the language of whoever reads it. A text message has one line; mail says what is
 * promised, until when, and how to stop it.
 */
export function writeLetter(
  claimed: ClaimedLetter,
  {
    to,
    link,
    places: { publicAddress, timeZone },
  }: {
    readonly to: string;
    readonly link: string;
    readonly places: LetterPlaces;
  },
): Letter {
  const { purpose, wave, channel, token } = claimed;
  // What viewers read here, results and tests, is in any language letters are written in.
  const offered = claimed.personId === null ? ["en", "fr", ...wave.languages] : wave.languages;
  const language = letterLanguage(claimed.language, offered);
  const { subject, lines, short } = letterLines(language, {
    ...{ purpose, link, publicAddress, timeZone },
    ...{ mode: wave.mode, closesAt: wave.closesAt, barometer: nameIn(wave.barometer, language) },
    stops: channel === "email" && claimed.personId !== null,
  });
  return {
    purpose,
    token,
    to,
    language,
    link,
    subject,
    text: channel === "sms" ? inOneLine(short) : lines.join("\n"),
    questions: [],
  };
}

/** Names come in the languages somebody wrote them in. */
function nameIn(names: Readonly<Record<string, string>>, language: string): string {
  return names[language] ?? names.en ?? names.fr ?? Object.values(names)[0] ?? "";
}

/** Characters outside the alphabet of text messages halve what one message holds. */
function inOneLine(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[’‘]/g, "'")
    .replace(/[“”«»„]/g, '"');
}
