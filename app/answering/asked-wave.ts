import { askedIn, chooseAsked } from "#app/i18n/asked/asked.ts";
import type { AskedWords } from "#app/i18n/asked/words.ts";
import type { WaveAsked } from "#db/records/read-asked-wave.ts";

export type AskedWave = WaveAsked;

/** Which language to ask in, and those there are. */
export function languagesOf(
  wave: AskedWave | null,
  named: string | null,
  acceptLanguage: string | null,
  hrefOf: (code: string) => string,
) {
  const codes = wave?.questionnaire.languages ?? ["fr", "en", "es", "pt", "de", "ar"];
  const words = chooseAsked(codes, named, acceptLanguage);
  const languages = codes
    .flatMap((code) => askedIn(code) ?? [])
    .map((one) => ({ words: one, href: hrefOf(one.code) }));
  return { words, languages };
}

const regions: Readonly<Record<string, string>> = { en: "en-GB", ar: "ar-u-nu-latn" };

/** `16 octobre`, as the language writes it. */
export function dayIn(words: AskedWords, at: Date, timeZone: string): string {
  const region = regions[words.code] ?? words.code;
  return new Intl.DateTimeFormat(region, { day: "numeric", month: "long", timeZone }).format(at);
}
