import type { fr } from "../fr.ts";
import type { Language } from "../language.ts";
import { type Plural, type Saying, say, type Translate, translator } from "../translate.ts";
import { saidInEnglish } from "./en.ts";
import { saidInFrench } from "./fr.ts";

type Said = typeof saidInFrench;

/** Says the words of the pages, and the sentences that only the server makes. */
export type Tell = Translate & Saying<typeof fr & Said>;

const inLanguage: Readonly<Record<Language, Readonly<Record<keyof Said, string | Plural>>>> = {
  fr: saidInFrench,
  en: saidInEnglish,
};

/** The same as `translator`, for whoever makes sentences: no browser learns them. */
export function teller(language: Language): Tell {
  const said: Readonly<Record<string, string | Plural>> = inLanguage[language];
  // Checked where it is called, by `Tell`.
  const translate = translator(language) as unknown as Loose;
  const tell: Loose = (key, slots = {}) => {
    const entry = said[key];
    return entry === undefined ? translate(key, slots) : say(language, entry, slots);
  };
  return tell as unknown as Tell;
}

type Loose = (key: string, slots?: Readonly<Record<string, string | number>>) => string;
