import type { Language } from "../language.ts";
import { fill } from "../translate.ts";
import { methodsInEnglish } from "./en.ts";
import { methodsInFrench } from "./fr.ts";
import { type Family, facets, type MethodText } from "./method.ts";

type Methods = typeof methodsInFrench;
export type FamilyName = keyof Methods;

/** The French methods, each in English too, or it does not compile. */
type Complete = {
  readonly [F in FamilyName]: { readonly [M in keyof Methods[F]]: MethodText };
};

const inLanguage: Readonly<Record<Language, Complete>> = {
  fr: methodsInFrench,
  en: methodsInEnglish,
};

/** One method with its numbers filled in, ready to be read. */
export interface Method extends MethodText {
  /** The anchor other pages link to. */
  readonly key: string;
}

/** Families of methods, in the order in which they are read. */
export interface MethodFamily {
  readonly name: FamilyName;
  readonly methods: readonly Method[];
}

/**
 * Every method in a language, with the numbers that are in force. These texts are long: the server
 * reads them for the one page that needs them, and no browser learns them with the other words.
 */
export function methodsIn(
  language: Language,
  numbers: Readonly<Record<string, string | number>>,
): readonly MethodFamily[] {
  const filled = (text: string) => fill(language, text, numbers);
  const families = Object.entries(inLanguage[language]) as [FamilyName, Family][];
  return families.map(([name, family]) => ({
    name,
    methods: Object.entries(family).map(([key, method]) => ({
      key,
      topic: filled(method.topic),
      sentence: filled(method.sentence),
      plain: filled(method.plain),
      example: filled(method.example),
      depth: {
        source: filled(method.depth.source),
        ...Object.fromEntries(
          facets.flatMap((facet) => {
            const text = method.depth[facet];
            return text === undefined ? [] : [[facet, filled(text)]];
          }),
        ),
      },
    })),
  }));
}
