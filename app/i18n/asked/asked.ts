import { spaced } from "../translate.ts";
import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { pt } from "./pt.ts";
import type { AskedWords } from "./words.ts";

/** Every language the words around the questions exist in; one more is one more file. */
export const askedWords: readonly AskedWords[] = [fr, en, es, pt, de, ar];

/** The words of a language, if there are any. */
export function askedIn(code: string): AskedWords | null {
  return askedWords.find((words) => words.code === code) ?? null;
}

/**
 * Those of some languages whoever asks is best served with: what the address names, else what the
 * browser asks for first, else the first. English words where a questionnaire knows none of ours.
 */
export function chooseAsked(
  offered: readonly string[],
  named: string | null,
  acceptLanguage: string | null,
): AskedWords {
  const known = offered.flatMap((code) => askedIn(code) ?? []);
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.trim().toLowerCase().split(";");
      const quality = options.find((option) => option.trim().startsWith("q="));
      return { code: tag.split("-")[0], quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .toSorted((a, b) => b.quality - a.quality)
    .find(({ code, quality }) => quality > 0 && known.some((words) => words.code === code));
  return (
    known.find(({ code }) => code === named) ??
    known.find(({ code }) => code === wanted?.code) ??
    known[0] ??
    en
  );
}

/** A text with its slots filled, its spaces as the language has them. */
export function sayAsked(
  words: AskedWords,
  text: string,
  slots: Readonly<Record<string, string | number>> = {},
): string {
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ""));
  return words.code === "fr" ? spaced(filled) : filled;
}
