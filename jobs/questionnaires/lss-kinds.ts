import type { Option, Words } from "#app/model/questionnaire.ts";
import type { Choice } from "./draft.ts";

/** The kinds of questions of LimeSurvey, by their letter, that can be asked here. */
export function isKnown(type: string): boolean {
  return /^[5LO!YMPRNKSTUQABCEFH]$/.test(type);
}

const texts: Readonly<Record<"yes" | "no" | "uncertain" | "more" | "same" | "less", Words>> = {
  yes: { en: "Yes", fr: "Oui", es: "Sí", pt: "Sim", de: "Ja", ar: "نعم" },
  no: { en: "No", fr: "Non", es: "No", pt: "Não", de: "Nein", ar: "لا" },
  uncertain: {
    en: "Uncertain",
    fr: "Indécis",
    es: "No sé",
    pt: "Não sei",
    de: "Unsicher",
    ar: "لست متأكدًا",
  },
  more: {
    en: "Increase",
    fr: "Augmenter",
    es: "Aumentar",
    pt: "Aumentar",
    de: "Zunahme",
    ar: "زيادة",
  },
  same: { en: "Same", fr: "Sans changement", es: "Igual", pt: "Igual", de: "Gleich", ar: "نفسه" },
  less: {
    en: "Decrease",
    fr: "Diminuer",
    es: "Disminuir",
    pt: "Diminuir",
    de: "Abnahme",
    ar: "نقصان",
  },
};

/** Answers that LimeSurvey words itself, so that its file does not hold them. */
export function fixedScale(type: string, languages: readonly string[]): readonly Choice[] | null {
  const choice = (code: string, words: Words): Choice => ({
    code,
    words: inThese(words, languages),
  });
  switch (type) {
    case "A":
    case "B":
      return Array.from({ length: type === "A" ? 5 : 10 }, (_, place) =>
        choice(
          String(place + 1),
          Object.fromEntries(languages.map((one) => [one, String(place + 1)])),
        ),
      );
    case "C":
      return [choice("Y", texts.yes), choice("U", texts.uncertain), choice("N", texts.no)];
    case "E":
      return [choice("I", texts.more), choice("S", texts.same), choice("D", texts.less)];
    default:
      return null;
  }
}

/** Yes as 1 and no as 0, in the languages of the survey. */
export function yesAndNo(languages: readonly string[]): readonly Option[] {
  return [
    { value: 1, words: inThese(texts.yes, languages) },
    { value: 0, words: inThese(texts.no, languages) },
  ];
}

function inThese(words: Words, languages: readonly string[]): Words {
  return Object.fromEntries(
    languages.flatMap((one) => {
      const text = words[one] ?? words[one.split("-")[0] ?? ""];
      return text === undefined ? [] : [[one, text] as const];
    }),
  );
}
