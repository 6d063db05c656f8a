import { written } from "./redact/marker.ts";
import { indexNames, type NameIndex } from "./redact/name-index.ts";
import { strikeNames } from "./redact/names.ts";
import { type IsHrNumber, strikeNumbers } from "./redact/numbers.ts";
import { strikeAddresses, strikeLinks } from "./redact/places.ts";
import { plainText } from "./redact/plain-text.ts";

export { piecesOf, type StruckKind } from "./redact/marker.ts";

/** What has to be known of a company to take its people out of a text. */
export interface Directory {
  readonly names: NameIndex;
  /** ISO 3166: where people write telephone numbers without a country. */
  readonly countries: readonly string[];
  readonly isHrNumber: IsHrNumber;
}

export interface Redacted {
  /** With `⟦name⟧`, `⟦email⟧`, `⟦telephone⟧`… where something was struck out. */
  readonly text: string;
  /** Something may have been missed on purpose: a person should look. */
  readonly doubtful: boolean;
}

/** `places` are the names of sites and units. */
export function directoryOf({
  names,
  places,
  ...rest
}: Omit<Directory, "names"> & {
  readonly names: Iterable<string>;
  readonly places: Iterable<string>;
}): Directory {
  return { ...rest, names: indexNames(names, places) };
}

/**
 * A comment without what tells who somebody is: e-mail addresses, links, mentions, account,
 * social-security, card, telephone and HR numbers, postal addresses, names. What no list knows
 * ("the only accountant in Lille") is left to people: see `sensitive.ts`.
 */
export function redact(text: string, { names, countries, isHrNumber }: Directory): Redacted {
  const plain = plainText(text);
  const numbers = strikeNumbers(strikeLinks(plain), { countries, isHrNumber });
  const struck = strikeNames(strikeAddresses(numbers), names);
  return { text: written(struck.text), doubtful: struck.doubtful || isDisguised(plain) };
}

/** Letters of several alphabets in one word, or digits written out: somebody is getting round us. */
function isDisguised(text: string): boolean {
  const mixed =
    /(?=\p{L}*\p{Script=Latin})(?=\p{L}*[\p{Script=Cyrillic}\p{Script=Greek}])\p{L}{3,}/u;
  const digits =
    /(?:\b(?:z[ée]ro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|one|two|three|four|five|seven|eight|nine)\b[ ,.-]*){5,}/iu;
  return mixed.test(text) || digits.test(text);
}
