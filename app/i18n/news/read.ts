import type { Language } from "../language.ts";
import { type Plural, type Saying, say } from "../translate.ts";
import { newsInEnglish } from "./en.ts";
import { newsInFrench } from "./fr.ts";

type News = typeof newsInFrench;

/** Says what alerts and mails say. */
export type TellNews = Saying<News>;

const inLanguage: Readonly<Record<Language, Readonly<Record<keyof News, string | Plural>>>> = {
  fr: newsInFrench,
  en: newsInEnglish,
};

export function newsTeller(language: Language): TellNews {
  return (key, ...given) => say(language, inLanguage[language][key], given[0] ?? {});
}
