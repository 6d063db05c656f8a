import { fill } from "../translate.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import type { LetterWords } from "./letter-words.ts";
import { pt } from "./pt.ts";

const known: Readonly<Record<string, LetterWords>> = { fr, en, es, pt, de, ar };

/** The languages letters are written in, the reviewed ones first. */
export const letterLanguages: readonly string[] = Object.keys(known);

/**
 * The language of a letter: what the person reads, if the questions are there in it, else the first
 * language of the questions that letters know, else English.
 */
export function letterLanguage(wanted: string | null, offered: readonly string[]): string {
  const asked = wanted?.slice(0, 2).toLowerCase() ?? null;
  const spoken = offered.filter((language) => language in known);
  return asked !== null && spoken.includes(asked) ? asked : (spoken[0] ?? "en");
}

/** The words of a language; English for one that is not known. */
export function letterWords(language: string): LetterWords {
  return known[language] ?? en;
}

/** Fills the slots of a letter's text, with the spaces its language has before punctuation. */
export function sayLetter(
  language: string,
  text: string,
  slots: Readonly<Record<string, string>>,
): string {
  return fill(language === "fr" ? "fr" : "en", text, slots);
}

/** A moment's day as the language writes it, in the company's time zone. */
export function letterDay(language: string, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone,
  }).format(at);
}
