import type { LetterWords } from "./letter-words.ts";
import { letterDay, letterWords, sayLetter } from "./read.ts";

/** What a letter is about, whichever way it goes. */
export interface LetterFacts {
  readonly purpose: keyof Pick<LetterWords, "invite" | "remind" | "thank" | "results" | "test">;
  readonly mode: string;
  /** What the barometer is called in that language. */
  readonly barometer: string;
  readonly closesAt: Date | null;
  readonly timeZone: string;
  /** Where it leads. */
  readonly link: string;
  /** `https://…` of the pages, without a slash at the end. */
  readonly publicAddress: string;
  /** Whether saying STOP to it is answered by mail. */
  readonly stops: boolean;
}

/**
 * A letter in a language, line by line; an empty one parts paragraphs. A preview and what is sent are
 * made of the same. A test says that it is one, then what people are told.
 */
export function letterLines(
  language: string,
  facts: LetterFacts,
): { readonly subject: string; readonly lines: readonly string[]; readonly short: string } {
  const { purpose, mode, barometer, closesAt, timeZone, link, publicAddress, stops } = facts;
  const words = letterWords(language);
  const date = closesAt === null ? "" : letterDay(language, closesAt, timeZone);
  const say = (text: string) =>
    sayLetter(language, text, { barometer, date, link, address: publicAddress });
  const asks = purpose === "invite" || purpose === "remind" || purpose === "test";
  const lines = [
    words.greeting,
    say(words[purpose].lead),
    ...(purpose === "test" ? ["", say(words.invite.lead)] : []),
    ...(asks ? ["", say(words.page)] : purpose === "results" ? ["", link] : []),
    ...(asks && date !== "" ? [say(words.until)] : []),
    ...(asks ? ["", mode === "anonymous" ? words.anonymous : words.confidential] : []),
    sayLetter(language, words.promise, { link: `${publicAddress}/promise` }),
    ...(stops ? [words.stop] : []),
  ];
  return { subject: say(words[purpose].subject), lines, short: say(words.short) };
}
