import type { Language } from "../language.ts";
import { type Plural, say } from "../translate.ts";
import { comparedInEnglish } from "./en.ts";
import { comparedInFrench } from "./fr.ts";

export type ComparedKey = keyof typeof comparedInFrench;

type Complete = Readonly<Record<ComparedKey, string | Plural>>;
const inLanguage: Readonly<Record<Language, Complete>> = {
  fr: comparedInFrench,
  en: comparedInEnglish,
};

/**
 * Says what a test lets be said of a difference. The server says it; no browser learns these
 * sentences with the words of its page.
 */
export function sayCompared(
  language: Language,
  key: ComparedKey,
  slots: Readonly<Record<string, string | number>>,
): string {
  return say(language, inLanguage[language][key], slots);
}
