import { formatter } from "./format.ts";
import type { fr } from "./fr.ts";
import { isolated } from "./isolated.ts";
import type { Language } from "./language.ts";

type Source = typeof fr;
export type Plural = { readonly one: string; readonly other: string };

export type Key = keyof Source;

/** The French keys, each with a text where French has a text and a plural where it has a plural. */
export type Dictionary = { readonly [K in Key]: Source[K] extends string ? string : Plural };

/** The names between braces in a text. */
type Slots<Text> = Text extends Plural
  ? "n" | Slots<Text["one"]> | Slots<Text["other"]>
  : Text extends `${string}{${infer Slot}}${infer Rest}`
    ? Slot | Slots<Rest>
    : never;

type Given<Text> = [Slots<Text>] extends [never]
  ? []
  : [slots: Readonly<Record<Slots<Text>, string | number>>];

/** Keys whose text stands on its own. */
export type PlainKey = { [K in Key]: [Slots<Source[K]>] extends [never] ? K : never }[Key];

/** Says the texts of one dictionary, each with its slots. */
export type Saying<Texts> = <K extends keyof Texts>(key: K, ...given: Given<Texts[K]>) => string;
export type Translate = Saying<Source>;

const dictionaries = new Map<Language, Partial<Dictionary>>();

/**
 * Makes words known here: the server learns both languages, a browser the one its page is in, and
 * with a long page the words of that page.
 */
export function learn(language: Language, words: Partial<Dictionary>): void {
  dictionaries.set(language, { ...dictionaries.get(language), ...words });
}

/** Says a text in a language, its slots filled; numbers are written the way the language does. */
export function translator(language: Language): Translate {
  return (key, ...given) => {
    const entry = dictionaries.get(language)?.[key];
    if (entry === undefined) throw new Error(`“${key}” was not learnt in “${language}”.`);
    return say(language, entry, given[0] ?? {});
  };
}

type Slotted = Readonly<Record<string, string | number>>;

/** Says an entry that is in no dictionary of a page: its plural by `n`, its slots filled. */
export function say(language: Language, entry: string | Plural, slots: Slotted): string {
  if (typeof entry === "string") return fill(language, entry, slots);
  const one = pluralRules[language].select(Number(slots.n)) === "one";
  return fill(language, one ? entry.one : entry.other, slots);
}

const pluralRules: Readonly<Record<Language, Intl.PluralRules>> = {
  fr: new Intl.PluralRules("fr"),
  en: new Intl.PluralRules("en"),
};

/** Fills the slots of a text, and writes it as its language does: for what is no entry of a dictionary. */
export function fill(language: Language, text: string, slots: Slotted): string {
  const { count } = formatter(language);
  const filled = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name] ?? "";
    return typeof value === "number" ? count(value) : isolated(value);
  });
  return language === "fr" ? spaced(filled) : filled;
}

/** French puts a space before its high punctuation, and before a percent sign, and that space never breaks the line. */
export function spaced(text: string): string {
  return text
    .replace(/ ([;?!%])/g, "\u202f$1")
    .replace(/ ([:»])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0");
}
