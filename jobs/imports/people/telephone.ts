import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from "libphonenumber-js";

/** Codes of countries by their names, in the languages HR files are written in. */
const codes = new Map<string, CountryCode>();

/**
 * The country a field names, as two letters: its code, or its name in French or English. Null when
 * it is not recognised; then a number without its prefix cannot be read.
 */
export function countryOf(text: string): CountryCode | null {
  if (codes.size === 0) nameCountries();
  const code = text.toUpperCase();
  return isSupportedCountry(code) ? code : (codes.get(plain(text)) ?? null);
}

/**
 * A telephone number in its international form (E.164), so that the same number is the same pseudonym
 * however it is written. Null for what cannot be a number, of the country where it does not say its own.
 */
export function internationalNumber(text: string, country: CountryCode | null): string | null {
  const number = parsePhoneNumberFromString(
    text.replace(/^\s*00/, "+"),
    country === null ? {} : { defaultCountry: country },
  );
  return number?.isValid() ? number.number : null;
}

function nameCountries(): void {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const languages = ["fr", "en"].map(
    (language) => new Intl.DisplayNames(language, { type: "region", fallback: "none" }),
  );
  for (const first of letters) {
    for (const second of letters) {
      const code = first + second;
      if (!isSupportedCountry(code)) continue;
      for (const language of languages) {
        const name = language.of(code);
        if (name !== undefined) codes.set(plain(name), code);
      }
    }
  }
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[^\p{L}\s]/gu, "")
    .trim()
    .toLowerCase();
}
