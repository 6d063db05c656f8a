import { type CountryCode, findPhoneNumbersInText, isSupportedCountry } from "libphonenumber-js";
import { markOf } from "./marker.ts";

/** Whether a word of a comment is the HR number of somebody: asked of the pseudonyms, which hold no list. */
export type IsHrNumber = (word: string) => boolean;

export interface NumbersKnown {
  /** ISO 3166 codes: how people here write their telephone numbers without the country. */
  readonly countries: readonly string[];
  readonly isHrNumber: IsHrNumber;
}

/** Account, social-security and card numbers, telephones, HR numbers, and any other long number. */
export function strikeNumbers(text: string, { countries, isHrNumber }: NumbersKnown): string {
  if (!/\d/.test(text)) return text;
  let struck = strikeAccounts(text);
  struck = struck.replace(socialNumber, (found) =>
    isSocialNumber(found) ? markOf("social") : found,
  );
  struck = struck.replace(/(?<![\d])\d(?:[ .-]?\d){12,18}(?!\d)/g, (found) =>
    isCardNumber(found) ? markOf("card") : found,
  );
  struck = strikeTelephones(struck, countries);
  struck = struck.replace(namedNumber, (found, before: string) =>
    /\d/.test(found.slice(before.length)) ? before + markOf("number") : found,
  );
  // Letters with digits, or at least five digits: a year or a count of days is nobody's number.
  struck = struck.replace(/(?<![\p{L}\d])[\p{L}\d](?:[\p{L}\d-]{1,18})[\p{L}\d]/gu, (word) => {
    const isLong = /^\d+$/.test(word) ? word.length >= 5 : /\d/.test(word);
    return isLong && isHrNumber(word) ? markOf("number") : word;
  });
  return struck.replace(/\d{9,}/g, markOf("number"));
}

/** Lengths of IBAN by country (SWIFT IBAN registry): Europe and its neighbours. */
const lengths: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, BA: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22 },
  ...{ DK: 18, EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27, GB: 22, GE: 22, GI: 23, GL: 18 },
  ...{ GR: 27, HR: 21, HU: 28, IE: 22, IL: 23, IS: 26, IT: 27, LB: 28, LI: 21, LT: 20, LU: 20 },
  ...{ LV: 21, MC: 27, MD: 24, ME: 22, MK: 19, MR: 27, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25 },
  ...{ QA: 29, RO: 24, RS: 22, SA: 24, SE: 24, SI: 19, SK: 24, SM: 27, TN: 24, TR: 26, UA: 29 },
};

/** ISO 13616: the country and check digits moved to the end, letters as 10 to 35, leaves 1 modulo 97. */
function strikeAccounts(text: string): string {
  return text.replace(/(?<![\p{L}\d])[a-z]{2}\d{2}(?:[ .-]?[a-z\d]){11,30}/giu, (found) => {
    const length = lengths[found.slice(0, 2).toUpperCase()];
    if (length === undefined) return found;
    let end = 0;
    for (let seen = 0; end < found.length && seen < length; end += 1) {
      if (/[a-z\d]/i.test(found.charAt(end))) seen += 1;
    }
    const iban = found.slice(0, end).replace(/[^a-z\d]/gi, "");
    if (iban.length !== length || !isIban(iban.toUpperCase())) return found;
    return markOf("account") + found.slice(end);
  });
}

function isIban(iban: string): boolean {
  const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return remainder(digits, 97) === 1;
}

function remainder(digits: string, by: number): number {
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % by, 0);
}

/** Sex, year, month, department, commune, order, and the key: 97 less the rest modulo 97 (INSEE). */
const socialNumber =
  /(?<!\d)[1-478][ .-]?\d{2}[ .-]?(?:0[1-9]|1[0-2]|[2-9]\d)[ .-]?(?:\d{2}|2[ab])[ .-]?\d{3}[ .-]?\d{3}(?:[ .-]?\d{2})?(?!\d)/gi;

function isSocialNumber(found: string): boolean {
  const number = found.replace(/[ .-]/g, "").toUpperCase();
  // Corsica counts as 19 and 18 when the key is made.
  const digits = number.replace("2A", "19").replace("2B", "18");
  const key = digits.slice(13);
  return key === "" || 97 - remainder(digits.slice(0, 13), 97) === Number(key);
}

/** Luhn's sum, ISO/IEC 7812. */
function isCardNumber(found: string): boolean {
  const digits = found.replace(/\D/g, "");
  if (/^(\d)\1+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** As the library finds them, and as people write them who do not mind its rules. */
function strikeTelephones(text: string, countries: readonly string[]): string {
  const spans: (readonly [from: number, to: number])[] = [];
  if ((text.match(/\d/g) ?? []).length >= 6) {
    for (const country of countries.length === 0 ? ["FR"] : countries) {
      const defaultCountry: CountryCode = isSupportedCountry(country) ? country : "FR";
      for (const found of findPhoneNumbersInText(text, defaultCountry)) {
        const written = text.slice(found.startsAt, found.endsAt);
        // Somewhere eight digits are a telephone: here they are two years, or a day.
        const isLong = written.replace(/\D/g, "").length >= 9;
        if (isLong || /^[+0]/.test(written)) spans.push([found.startsAt, found.endsAt]);
      }
    }
  }
  const ordered = spans.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]);
  let struck = text;
  let before = text.length + 1;
  for (const [from, to] of ordered) {
    if (to > before) continue;
    struck = struck.slice(0, from) + markOf("telephone") + struck.slice(to);
    before = from;
  }
  return struck
    .replace(
      /(?<![\d+])(?:\+|00)\d{1,3}[ ./-]?(?:\(0\)[ ./-]?)?\d(?:[ ./-]?\d){6,11}(?!\d)/g,
      markOf("telephone"),
    )
    .replace(/(?<!\d)0[1-9](?:[ ./_-]{0,2}\d{2}){4}(?!\d)/g, markOf("telephone"));
}

const namedNumber =
  /((?<!\p{L})(?:matricules?|badges?|num[ée]ro (?:de |d['’])?(?:badge|salari[ée]e?|employ[ée]e?|paie|agent)|n° ?(?:de |d['’])?(?:badge|salari[ée]e?|employ[ée]e?|paie|agent)|(?:employee|staff|payroll|personnel|badge) (?:number|no\.?|id|#))(?: (?:est|is|n°|no\.?))?[ :#]{1,3})[\p{L}\d][\p{L}\d/-]{1,14}/giu;
