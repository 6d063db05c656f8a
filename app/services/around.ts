import "#app/i18n/both.ts";
import { type Format, formatter } from "#app/i18n/format.ts";
import { isolated } from "#app/i18n/isolated.ts";
import type { Language } from "#app/i18n/language.ts";
import { type Tell, teller } from "#app/i18n/said/read.ts";
import type { Db } from "#db/client.server.ts";

/** What a reading needs besides the viewer: where figures are, and how the reader writes. */
export interface Around {
  readonly db: Db;
  readonly language: Language;
  /** What is sought by its name among the populations; null or nothing where all are offered. */
  readonly find?: string | null;
  /** Which part of a long list is wanted. */
  readonly part?: number | null;
}

/** How sentences are said to this reader. */
export interface Words {
  readonly t: Tell;
  readonly format: Format;
  readonly language: Language;
}

export function wordsFor(language: Language): Words {
  return { t: teller(language), format: formatter(language), language };
}

interface Named {
  readonly names: { readonly fr: string; readonly en: string };
}

/** A name in the reader's language. */
export function nameIn({ language }: Pick<Words, "language">, { names }: Named): string {
  return names[language];
}

/** More names than this are not read. */
const NAMED = 6;

/** A list for a sentence: a few names, and how many others there are. */
export function fewNames({ t, format }: Words, names: readonly string[]): string {
  const others = names.length - NAMED;
  const said = names.map(isolated);
  return format.list(
    others > 1 ? [...said.slice(0, NAMED), t("list.others", { n: others })] : said,
  );
}

const frenchMonth =
  /^(janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)\b/i;

/** The name of a moment within a sentence: French writes months without a capital, days with “le”. */
export function waveInSentence(words: Pick<Words, "language">, wave: Named): string {
  const name = nameIn(words, wave);
  if (words.language === "fr" && /^\d/.test(name)) return `le ${name}`;
  return words.language === "fr" && frenchMonth.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;
}
